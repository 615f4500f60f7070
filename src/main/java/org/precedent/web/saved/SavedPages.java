package org.precedent.web.saved;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.precedent.saved.Moment;
import org.precedent.saved.SavedSearch;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.search.RouteContext;

/**
 * {@code /s/{id}}: a saved search and what is new in it, for anyone with the link.
 */
public final class SavedPages implements Routes {
    private final RouteContext parts;

    public SavedPages(RouteContext parts) {
        this.parts = parts;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/s/{id}.json", this::json);
        routes.get("/s/{id}", this::page);
    }

    private void json(Context ctx) {
        var since = SinceParameter.read(ctx);
        var saved = find(ctx);
        var run = SavedNews.of(parts.desk(), saved, since.orElse(saved.created().indexAsOf()));
        Pages.json(ctx, SavedJson.toMap(run));
    }

    private void page(Context ctx) {
        var asked = SinceParameter.read(ctx);
        var saved = find(ctx);
        var owner = OwnerCookie.read(ctx).filter(saved.owner()::equals);
        var opened = owner.flatMap(o -> saved.opened());
        // before searching: what comes in meanwhile shall be new the next time
        var indexAsOf = parts.coverage().overview().lastChanged().orElse(Instant.EPOCH);
        var baseline = opened.orElse(saved.created()).indexAsOf();
        var run = SavedNews.of(parts.desk(), saved, asked.orElse(baseline));
        owner.filter(o -> isLookedAt(ctx)).ifPresent(o -> parts.kept(s -> s.opened(saved.id(), o, indexAsOf)));
        var view = SavedViewBuilder.link(run, SavedViewBuilder.since(saved, asked, opened), owner.isPresent());
        parts.pages().html(ctx, "pages/saved-link", head(saved), view);
    }

    // a browser that fetches ahead shows nothing to anybody
    private static boolean isLookedAt(Context ctx) {
        var purpose = Optional.ofNullable(ctx.header("Sec-Purpose")).orElse("");
        return ctx.method().equals(HandlerType.GET) && !purpose.contains("prefetch");
    }

    private static Head head(SavedSearch saved) {
        var path = "/s/" + saved.id();
        return new Head(
                "",
                Optional.of(path),
                false,
                List.of(
                        new Head.Alternate("application/atom+xml", path + ".atom", "Feed of this search"),
                        new Head.Alternate("application/json", path + ".json", "This page as JSON")),
                "",
                true,
                "saved");
    }

    private SavedSearch find(Context ctx) {
        return parts.kept(s -> s.find(ctx.pathParam("id")))
                .orElseThrow(() -> Failure.notFound("There is no saved search of this id; it may have been deleted."));
    }

    /**
     * How far the index has come now.
     */
    static Moment now(RouteContext parts) {
        return new Moment(
                parts.clock().instant(),
                parts.coverage().overview().lastChanged().orElse(Instant.EPOCH));
    }
}
