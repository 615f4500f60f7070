package org.precedent.web.letter;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.precedent.determination.DeterminationJson;
import org.precedent.determination.Located;
import org.precedent.search.query.Query;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Failures;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.view.PageAddress;

/**
 * {@code /compare?i=ID:2&i=...}: compares two to four issues side by side. With fewer or more, a browser is shown what is
 * selected and led back to where it came from; a program gets 400.
 */
public final class ComparePage implements Routes {
    private static final String ISSUE = "i";
    private static final int LEAST = 2;
    private static final int MOST = 4;
    private static final int MOST_LISTED = 20;

    private final SearchGateway desk;
    private final Pages pages;

    /**
     * The page of comparisons.
     */
    public ComparePage(SearchGateway desk, Pages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/compare", this::html);
        routes.get("/compare.json", this::json);
    }

    private void html(Context ctx) {
        var keys = selected(ctx);
        if (keys.size() < LEAST || keys.size() > MOST) {
            Failures.prepare(ctx, wrongNumber(keys.size()).answer());
            var chosen = found(keys.stream().limit(MOST_LISTED).toList());
            pages.render(
                    ctx,
                    "pages/compare-choice",
                    Head.notIndexed("search"),
                    CompareChoice.of(chosen.compared(), keys.size(), ReturnLink.of(ctx)));
        } else if (!unchanged(ctx, keys)) {
            var found = found(keys);
            pages.render(
                    ctx, "pages/compare", Head.notIndexed("search"), CompareView.of(found.compared(), found.missing()));
        }
    }

    private void json(Context ctx) {
        var keys = keys(ctx);
        if (!unchanged(ctx, keys)) {
            var found = found(keys);
            Pages.json(
                    ctx,
                    Map.of(
                            "issues",
                            found.compared().stream().map(ComparePage::json).toList(),
                            "missing",
                            found.missing()));
        }
    }

    private static Map<String, Object> json(CompareView.Compared compared) {
        var letter = compared.letter();
        var json = new LinkedHashMap<String, Object>();
        json.put("id", letter.id());
        json.put(
                "decided",
                letter.header().dates().decided().map(d -> d.value().toString()).orElse(null));
        json.put(
                "specialties",
                letter.reviewer().specialties().stream().map(Located::value).toList());
        json.put("issue", DeterminationJson.issue(compared.issue()));
        json.put("url", PageAddress.issuePath(letter.id(), compared.issue().number()));
        return json;
    }

    private static List<String> keys(Context ctx) {
        var keys = selected(ctx);
        if (keys.size() < LEAST || keys.size() > MOST) {
            throw wrongNumber(keys.size());
        }
        return keys;
    }

    private static List<String> selected(Context ctx) {
        RequestParsing.rejectUnknown(ctx, Set.of(ISSUE));
        return ctx.queryParams(ISSUE).stream().distinct().toList();
    }

    private static Failure wrongNumber(int selected) {
        return Failure.parameter(ISSUE, "Expected two to four issues such as i=CM16-0213037:2, got " + selected + ".");
    }

    private boolean unchanged(Context ctx, List<String> keys) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        return ConditionalRequests.answerIfUnchanged(
                ctx, desk.engine().generation(), ctx.path(), String.join("|", keys), pages.version());
    }

    private record Found(List<CompareView.Compared> compared, List<String> missing) {}

    private Found found(List<String> keys) {
        var compared = new ArrayList<CompareView.Compared>();
        var missing = new ArrayList<String>();
        keys.forEach(key -> compared(key).ifPresentOrElse(compared::add, () -> missing.add(key)));
        return new Found(compared, missing);
    }

    private Optional<CompareView.Compared> compared(String key) {
        int colon = key.lastIndexOf(':');
        if (colon < 0 || !key.substring(colon + 1).matches("\\d{1,4}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(key.substring(colon + 1));
        return desk.engine()
                .findLetter(key.substring(0, colon), new Query.Everything())
                .map(s -> s.determination())
                .flatMap(letter -> letter.issues().stream()
                        .filter(i -> i.number() == number)
                        .map(issue -> new CompareView.Compared(letter, issue))
                        .findFirst());
    }
}
