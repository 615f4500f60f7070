package org.precedent.web.saved;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.precedent.saved.Moment;
import org.precedent.saved.SavedSearch;
import org.precedent.web.export.ServerOrigin;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.search.RouteContext;
import org.precedent.web.view.MailLine;

/**
 * {@code /s/{id}}: a saved search with its new results, for anyone with the link.
 */
public final class SavedPages implements Routes {
    private final RouteContext parts;

    public SavedPages(RouteContext parts) {
        this.parts = parts;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/s/{id}.json", this::json);
        routes.get("/s/{id}", this::page);
        routes.post("/s/{id}/seen", this::dismiss);
    }

    private void json(Context ctx) {
        var since = SinceParameter.read(ctx);
        var saved = find(ctx);
        var run = SavedNews.find(
                parts.gateway(), saved, since.orElse(saved.created().indexAsOf()));
        Pages.json(ctx, SavedJson.toMap(run, isOwner(ctx, saved)));
    }

    private void page(Context ctx) {
        var since = SinceParameter.read(ctx);
        var saved = find(ctx);
        boolean mine = isOwner(ctx, saved);
        // read before searching, so that anything added meanwhile counts as new next time
        var indexAsOf = parts.coverage().overview().lastChanged().orElse(Instant.EPOCH);
        var baseline = mine ? saved.baseline() : saved.created();
        var run = SavedNews.find(parts.gateway(), saved, since.orElse(baseline.indexAsOf()));
        if (mine && isViewed(ctx) && !parts.saved().isReadOnly()) {
            parts.withSaved(s -> s.markOpened(saved.id(), saved.owner(), indexAsOf));
        }
        var link = ServerOrigin.urls(ctx).resolve("/s/" + saved.id());
        var view = SavedViewBuilder.buildLink(
                run, link, SavedViewBuilder.since(saved, since, mine), mine, indexAsOf, mail(saved, mine));
        parts.pages().render(ctx, "pages/saved-link", head(saved), view);
    }

    private Optional<List<MailLine>> mail(SavedSearch saved, boolean mine) {
        return mine && parts.mail()
                ? Optional.of(MailLine.list(parts.withSaved(s -> s.alerts().list(saved.id()))))
                : Optional.empty();
    }

    private void dismiss(Context ctx) {
        var saved = find(ctx);
        if (!isOwner(ctx, saved)) {
            throw new Failure(403, "Not yours", "Only the browser that saved a search can mark its results as seen.");
        }
        parts.withSaved(s -> s.dismiss(saved.id(), saved.owner(), requestedAsOf(ctx)));
        ctx.status(303);
        ctx.header("Location", "/s/" + saved.id());
    }

    // never in the future, or results that are added later would not count as new
    private Instant requestedAsOf(Context ctx) {
        var now = now(parts).indexAsOf();
        try {
            var shown = Instant.parse(Optional.ofNullable(ctx.formParam("asOf")).orElse(""));
            return shown.isBefore(now) && shown.isAfter(Instant.EPOCH) ? shown : now;
        } catch (DateTimeParseException e) {
            throw Failure.parameter("asOf", "Expected a date and time such as 2024-05-01T09:30:00Z.");
        }
    }

    private static boolean isOwner(Context ctx, SavedSearch saved) {
        return OwnerCookie.read(ctx).filter(saved.owner()::equals).isPresent();
    }

    // a prefetch by the browser does not mean that the user has seen the page
    private static boolean isViewed(Context ctx) {
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
        return parts.withSaved(s -> s.find(ctx.pathParam("id")))
                .orElseThrow(
                        () -> Failure.notFound("There is no saved search with this ID; it may have been deleted."));
    }

    /**
     * The current time and the current state of the index.
     */
    public static Moment now(RouteContext parts) {
        return new Moment(
                parts.clock().instant(),
                parts.coverage().overview().lastChanged().orElse(Instant.EPOCH));
    }

    /**
     * Parses the query parameter {@code since}: a date, counted from midnight UTC, or an exclusive instant.
     */
    private static final class SinceParameter {
        private static final String NAME = "since";

        private SinceParameter() {}

        /**
         * The exclusive instant; empty when the request has no such parameter.
         *
         * @throws Failure with status 400 for any other parameter, or a value that is neither a date nor an instant
         */
        static Optional<Instant> read(Context ctx) {
            for (var name : ctx.queryParamMap().keySet()) {
                if (!Set.of(NAME).contains(name)) {
                    throw Failure.parameter(
                            name, "There is no parameter \"" + name + "\" here; did you mean \"since\"?");
                }
            }
            return Optional.ofNullable(ctx.queryParam(NAME))
                    .map(String::strip)
                    .filter(v -> !v.isEmpty())
                    .map(SinceParameter::after);
        }

        private static Instant after(String text) {
            try {
                // "+" in a query string is decoded as a space
                return text.length() == "2024-05-01".length()
                        ? LocalDate.parse(text)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .minusNanos(1)
                        : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            } catch (DateTimeException e) {
                throw Failure.parameter(
                        NAME, "\"since\" must be a date such as 2024-05-01 or a time such as 2024-05-01T09:30:00Z.");
            }
        }
    }
}
