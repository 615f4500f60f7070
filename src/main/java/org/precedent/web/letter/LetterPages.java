package org.precedent.web.letter;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.precedent.determination.DeterminationJson;
import org.precedent.search.SharedRationale;
import org.precedent.search.StoredLetter;
import org.precedent.search.query.CaseNumbers;
import org.precedent.search.query.Query;
import org.precedent.web.http.BasePath;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.http.SecurityHeaders;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.view.PageAddress;

/**
 * {@code /determinations/{id}} as a page, as JSON and as the extracted text.
 */
public final class LetterPages implements Routes {
    private static final String PATH = "/determinations/{id}";

    private final SearchGateway gateway;
    private final Pages pages;
    private final Originals originals;

    public LetterPages(SearchGateway gateway, Pages pages, Originals originals) {
        this.gateway = gateway;
        this.pages = pages;
        this.originals = originals;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(PATH + ".json", this::json);
        routes.get(PATH + ".txt", this::text);
        routes.get(PATH, this::html);
    }

    private void html(Context ctx) {
        var id = ctx.pathParam("id");
        RequestParsing.rejectUnknown(ctx, Set.of(LetterContext.PARAMETER, SimilarIssueLookup.PARAMETER));
        if (unchanged(ctx, "html")) {
            return;
        }
        var context = LetterContext.of(ctx, gateway, id);
        var stored = gateway.engine()
                .findLetter(
                        id,
                        context.map(LetterContext::query).orElse(new Query.Everything()),
                        context.filter(LetterContext::summary).isPresent());
        if (stored.isEmpty()) {
            redirect(ctx, id, "");
            return;
        }
        var similar = SimilarIssueLookup.of(ctx, gateway, stored.get().determination());
        boolean hasOriginal =
                originals.find(stored.get().determination().origin().sha256()).isPresent();
        if (hasOriginal) {
            // the page frames the original file
            ctx.header("Content-Security-Policy", SecurityHeaders.policyWithFrames());
        }
        var view = new LetterViewBuilder(
                        stored.get(), BasePath.citableOrigin(ctx).orElse(""), hasOriginal)
                .build(
                        context,
                        similar,
                        new PointsToCheck(
                                stored.get().determination(),
                                SharedRationales.find(gateway, stored.get().determination())));
        pages.render(ctx, "pages/determination", head(view, context.isPresent() ? searchText(ctx) : ""), view);
    }

    private void json(Context ctx) {
        RequestParsing.rejectUnknown(ctx, Set.of());
        if (!unchanged(ctx, "json")) {
            letter(ctx, ".json").ifPresent(stored -> {
                var json = new LinkedHashMap<String, Object>(DeterminationJson.toMap(stored.determination()));
                json.put(
                        "sharedRationales",
                        gateway.run(() -> gateway.engine().findSharedRationales(stored.determination())).stream()
                                .map(LetterPages::shared)
                                .toList());
                json.put("firstSeen", stored.firstSeen().toString());
                json.put("lastChanged", stored.lastChanged().toString());
                originals
                        .find(stored.determination().origin().sha256())
                        .ifPresent(file -> json.put(
                                "original",
                                PageAddress.determinationPath(
                                                stored.determination().id()) + "/original"));
                json.put(
                        "url",
                        PageAddress.determinationPath(stored.determination().id()));
                Pages.json(ctx, json);
            });
        }
    }

    private static Map<String, Object> shared(SharedRationale shared) {
        var json = new LinkedHashMap<String, Object>();
        json.put("issue", shared.issue());
        json.put("determination", shared.other());
        json.put("sentences", shared.sentences().size());
        json.put("of", shared.comparedSentences());
        json.put("url", PageAddress.determinationPath(shared.other()));
        return json;
    }

    private void text(Context ctx) {
        RequestParsing.rejectUnknown(ctx, Set.of());
        if (!unchanged(ctx, "txt")) {
            letter(ctx, ".txt").ifPresent(stored -> {
                ctx.result(stored.determination().origin().text());
                ctx.contentType("text/plain; charset=utf-8");
            });
        }
    }

    private Optional<StoredLetter> letter(Context ctx, String ending) {
        var id = ctx.pathParam("id");
        var stored = gateway.engine().findLetter(id, new Query.Everything());
        if (stored.isEmpty()) {
            redirect(ctx, id, ending);
        }
        return stored;
    }

    // redirects other spellings of a case number to the canonical one
    private void redirect(Context ctx, String id, String ending) {
        var canonical = CaseNumbers.parse(id).filter(c -> !c.equals(id));
        if (canonical.isEmpty()
                || gateway.engine()
                        .findLetter(canonical.get(), new Query.Everything())
                        .isEmpty()) {
            throw Failure.notFound("No determination “" + id + "” is in this index.");
        }
        ctx.redirect(
                PageAddress.determinationPath(canonical.get()) + ending, io.javalin.http.HttpStatus.MOVED_PERMANENTLY);
    }

    private boolean unchanged(Context ctx, String form) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        var query = ctx.queryString() == null ? "" : ctx.queryString();
        var host = String.valueOf(ctx.header("Host"));
        return ConditionalRequests.answerIfUnchanged(
                ctx, gateway.engine().generation(), ctx.path(), query, host, form, pages.version());
    }

    private static String searchText(Context ctx) {
        return RequestParsing.parse(
                        String.valueOf(ctx.queryParam(PageAddress.SEARCH_PARAMETER)), Set.of(PageAddress.VIEW))
                .text();
    }

    private static Head head(LetterView view, String typed) {
        var path = PageAddress.determinationPath(view.heading().id());
        return new Head(
                view.heading().subtitle(),
                Optional.of(path),
                view.search().context().isEmpty(),
                List.of(new Head.Alternate("application/json", path + ".json", "JSON")),
                typed,
                true,
                "determination");
    }
}
