package org.precedent.web.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.precedent.json.Json;
import org.precedent.web.tray.Tray;

/**
 * Renders view records as HTML responses and objects as JSON responses.
 */
public final class Pages {
    private static final int MAX_CACHED = 100;

    private final Templates templates;
    private final Assets assets;
    private final Supplier<Site> site;
    private final InstantSource clock;
    private final Map<List<Object>, String> same = new ConcurrentHashMap<>();

    /**
     * Creates a renderer for these templates and assets.
     *
     * @param site called once per page
     * @param clock current date, printed in the footer
     */
    public Pages(Templates templates, Assets assets, Supplier<Site> site, InstantSource clock) {
        this.templates = templates;
        this.assets = assets;
        this.site = site;
        this.clock = clock;
    }

    /**
     * Sends a page. The template can use {@code view}, {@code head}, {@code site}, {@code assets}, {@code rights}, {@code tray} and
     * {@code retrieval}.
     *
     * @param template path without folder and extension: {@code pages/search}
     * @param view the template's view record
     */
    public void render(Context ctx, String template, Head head, Record view) {
        var retrieval = ctx.statusCode() < 400
                ? Optional.of(Retrieval.of(ctx, head, clock.instant()))
                : Optional.<Retrieval>empty();
        ctx.html(text(template, head, view, new Reader(Rights.of(ctx), Tray.of(ctx)), retrieval));
        ctx.contentType("text/html; charset=utf-8");
    }

    /**
     * Sends a page that depends only on its view and the rights of the visitor. The rendering is cached and shared by visitors with an
     * empty tray.
     */
    public void renderShared(Context ctx, String template, Head head, Record view) {
        if (same.size() > MAX_CACHED) {
            same.clear();
        }
        var reader = new Reader(Rights.of(ctx), Tray.of(ctx));
        if (reader.tray().size() > 0) {
            ctx.html(text(template, head, view, reader, Optional.empty()));
        } else {
            ctx.html(same.computeIfAbsent(
                    List.of(template, head, view, reader, known(reader.rights())),
                    key -> text(template, head, view, reader, Optional.empty())));
        }
        ctx.contentType("text/html; charset=utf-8");
    }

    /**
     * Renders a page without sending it, so that its templates are loaded before the first request.
     */
    public void renderUnsent(String template, Head head, Record view) {
        var reader = new Reader(new Rights(true, false, false, false), Tray.EMPTY);
        var unused = text(template, head, view, reader, Optional.empty());
    }

    /** What a page depends on besides its view: the visitor's rights and tray. */
    private record Reader(Rights rights, Tray tray) {}

    private String text(String template, Head head, Record view, Reader reader, Optional<Retrieval> retrieval) {
        var known = known(reader.rights());
        return templates.render(
                template,
                Map.of(
                        "view",
                        view,
                        "head",
                        head,
                        "site",
                        known,
                        "assets",
                        assets,
                        "rights",
                        reader.rights(),
                        "tray",
                        reader.tray(),
                        "retrieval",
                        retrieval));
    }

    // A client without read access must not learn anything about the index. An unavailable index must not prevent
    // rendering the error page.
    private Site known(Rights rights) {
        try {
            return rights.read() ? site.get() : Site.UNKNOWN;
        } catch (RuntimeException e) {
            return Site.UNKNOWN;
        }
    }

    /**
     * Sends a value as JSON.
     */
    public static void json(Context ctx, Object value) {
        var base = BasePath.of(ctx);
        var bytes = Json.writeBytes(value);
        ctx.result(
                base.isRoot()
                        ? bytes
                        : Json.writeBytes(Objects.requireNonNull(base.prefixPaths(Json.read(bytes, Object.class)))));
        ctx.contentType("application/json; charset=utf-8");
    }

    /**
     * Version that changes with templates, assets and the current date, which is printed on pages. Part of every page's {@code ETag}.
     */
    public String version() {
        return assets.version() + Retrieval.day(clock.instant());
    }

    /**
     * Address and time at which a page was fetched, printed in its footer.
     *
     * @param address absolute URL; the canonical one if the page has one, which does not include a search
     * @param day ISO 8601, UTC
     * @param label the same day for display: {@code Jul 8, 2014}
     */
    private record Retrieval(String address, String day, String label) {
        private static final DateTimeFormatter LABEL = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

        static Retrieval of(Context ctx, Head head, Instant now) {
            var query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
            var day = day(now);
            return new Retrieval(
                    BasePath.origin(ctx) + head.canonical().orElse(ctx.path() + query),
                    day.toString(),
                    LABEL.format(day));
        }

        static LocalDate day(Instant now) {
            return now.atZone(ZoneOffset.UTC).toLocalDate();
        }
    }
}
