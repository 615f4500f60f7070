package org.precedent.web.export;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import org.precedent.search.PageRequest;
import org.precedent.search.Sort;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Routes;
import org.precedent.web.search.RequestedSearch;
import org.precedent.web.search.RouteContext;
import org.precedent.web.search.SearchName;

/**
 * Atom feeds of any search and any saved search. Lists the most recently added determinations first, regardless of decision date.
 */
public final class Feeds implements Routes {
    private static final int SIZE = 50;

    private final RouteContext parts;

    public Feeds(RouteContext parts) {
        this.parts = parts;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/search.atom", this::search);
        routes.get("/s/{id}.atom", this::saved);
    }

    private void search(Context ctx) {
        var request = RequestedSearch.parse(ctx);
        var first = newest(request);
        var newest = first.with(first.paging().withNumber(request.page()));
        var more = SearchUrl.path(".atom", first.with(first.paging().withNumber(request.page() + 1)));
        answer(ctx, newest, title(request), SearchUrl.path(".atom", newest), SearchUrl.path(request.firstPage()), more);
    }

    private void saved(Context ctx) {
        var id = ctx.pathParam("id");
        var saved = parts.withSaved(s -> s.find(id))
                .orElseThrow(
                        () -> Failure.notFound("There is no saved search with this ID; it may have been deleted."));
        var request = newest(RequestedSearch.parsePath(saved.draft().url()));
        var more = SearchUrl.path(".atom", request.with(request.paging().withNumber(2)));
        answer(ctx, request, saved.draft().name(), "/s/" + id + ".atom", "/s/" + id, more);
    }

    private void answer(Context ctx, SearchRequest request, String title, String self, String page, String more) {
        ctx.header("Cache-Control", "private, no-cache");
        // for periods relative to today, the feed changes with the date
        var from = request.selection().decided().from().toString();
        if (ConditionalRequests.answerIfUnchanged(
                ctx, parts.engine().generation(), ServerOrigin.urls(ctx).resolve(self), title, from)) {
            return;
        }
        var result = parts.run(() -> parts.engine().search(parts.interpret(request)));
        var updated = result.letters().stream()
                .map(letter -> letter.ingested().lastChanged())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        boolean last = (long) request.page() * request.size() >= result.total().determinations()
                || (long) request.page() * request.size() >= SearchRequest.MAX_DEPTH;
        var next = last ? Optional.<String>empty() : Optional.of(more);
        if (ConditionalRequests.answerIfUnmodified(ctx, updated)) {
            return;
        }
        ctx.result(new AtomFeed(title, self, page, next, updated, result.letters()).xml(ServerOrigin.urls(ctx)));
        ctx.contentType(AtomFeed.TYPE);
    }

    private static SearchRequest newest(SearchRequest request) {
        return request.with(Sort.ADDED).with(PageRequest.first(SIZE));
    }

    private static String title(SearchRequest request) {
        var words = SearchName.describe(request);
        return words.isEmpty() ? "All determinations" : "Determinations: " + words;
    }
}
