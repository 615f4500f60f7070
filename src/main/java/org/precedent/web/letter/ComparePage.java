package org.precedent.web.letter;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.precedent.determination.DeterminationJson;
import org.precedent.determination.Located;
import org.precedent.search.IssueHit;
import org.precedent.search.query.Query;
import org.precedent.web.http.BasePath;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Failures;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;

/**
 * {@code /compare?i=ID:2&i=...}: compares two to four issues side by side. With fewer or more, a browser gets the list of selected issues
 * and a link back, an API client gets an error; both with status 400.
 */
public final class ComparePage implements Routes {
    private static final String ISSUE = "i";
    private static final int MIN_ISSUES = 2;
    private static final int MAX_ISSUES = 4;
    private static final int MAX_LISTED = 20;

    private final SearchGateway gateway;
    private final Pages pages;

    public ComparePage(SearchGateway gateway, Pages pages) {
        this.gateway = gateway;
        this.pages = pages;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/compare", this::html);
        routes.get("/compare.json", this::json);
    }

    private void html(Context ctx) {
        var keys = selected(ctx);
        if (keys.size() < MIN_ISSUES || keys.size() > MAX_ISSUES) {
            Failures.prepare(ctx, wrongNumber(keys.size()).answer());
            var chosen = found(keys.stream().limit(MAX_LISTED).toList());
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
        if (keys.size() < MIN_ISSUES || keys.size() > MAX_ISSUES) {
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
                ctx, gateway.engine().generation(), ctx.path(), String.join("|", keys), pages.version());
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
        return gateway.engine()
                .findLetter(key.substring(0, colon), new Query.Everything())
                .map(s -> s.determination())
                .flatMap(letter -> letter.issues().stream()
                        .filter(i -> i.number() == number)
                        .map(issue -> new CompareView.Compared(letter, issue))
                        .findFirst());
    }

    /**
     * View of {@code pages/compare-choice}: shown where fewer than two or more than four issues were selected for a comparison.
     *
     * @param sentence how many are selected and how many can be compared
     * @param choices the selected issues that are in the index
     * @param hasEnough whether a comparison can be made from them
     * @param back link to the page the visitor came from; empty if unknown
     */
    public record CompareChoice(String sentence, List<Choice> choices, boolean hasEnough, Optional<PageLink> back) {
        private static final int MAX_ISSUES = 4;

        public CompareChoice {
            choices = List.copyOf(choices);
        }

        /**
         * A selected issue.
         *
         * @param key id of the issue in comparison URLs
         * @param name the determination with the issue's number
         * @param href URL of the issue
         * @param request the disputed item
         * @param decision badge of the decision
         * @param chosen whether its checkbox is initially checked
         */
        public record Choice(
                String key, String name, String href, String request, DecisionView decision, boolean chosen) {}

        static CompareChoice of(List<CompareView.Compared> selected, int count, Optional<PageLink> back) {
            var choices = selected.stream()
                    .map(c -> choice(c, selected.indexOf(c) < MAX_ISSUES))
                    .toList();
            return new CompareChoice(sentence(count), choices, choices.size() > 1, back);
        }

        private static Choice choice(CompareView.Compared compared, boolean chosen) {
            var id = compared.letter().id();
            int number = compared.issue().number();
            return new Choice(
                    id + ":" + number,
                    LetterViewBuilder.name(compared.letter()) + ", issue " + number,
                    PageAddress.issuePath(id, number),
                    IssueHit.title(compared.issue().request().value()),
                    DecisionView.of(compared.issue().decision().value()),
                    chosen);
        }

        private static String sentence(int count) {
            return switch (count) {
                case 0 -> "You haven’t selected any. Check two to four issues in your results, then compare them.";
                case 1 -> "You’ve selected one. Check at least one more in your results, then compare them.";
                default -> "You’ve selected " + count + ". Up to four fit side by side: keep the ones you want.";
            };
        }
    }

    /**
     * Link back to the page of this site that the visitor came from, according to the {@code Referer} header.
     */
    private static final class ReturnLink {
        private static final String RESULTS = "/search";
        private static final String LETTERS = "/determinations/";
        private static final int MAX_PATH_LENGTH = 8_000;

        private ReturnLink() {}

        /**
         * The link; empty if the request has no referrer or one on another site, or the page has no issues to select.
         */
        static Optional<PageLink> of(Context ctx) {
            return Optional.ofNullable(ctx.header("Referer"))
                    .filter(from -> from.length() <= MAX_PATH_LENGTH)
                    .flatMap(ReturnLink::parse)
                    .filter(from -> from.getRawAuthority() != null
                            && from.getRawAuthority().equals(ctx.header("Host")))
                    .flatMap(from -> link(BasePath.of(ctx).toInternal(from.getRawPath()), from.getRawQuery()));
        }

        private static Optional<URI> parse(String address) {
            try {
                return Optional.of(new URI(address));
            } catch (URISyntaxException e) {
                return Optional.empty();
            }
        }

        private static Optional<PageLink> link(String path, String query) {
            var here = query == null ? path : path + "?" + query;
            return path.equals(RESULTS)
                    ? Optional.of(new PageLink("Back to your results", here))
                    : path.startsWith(LETTERS)
                            ? Optional.of(new PageLink("Back to the determination", here))
                            : Optional.empty();
        }
    }
}
