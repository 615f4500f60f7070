package org.precedent.web.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.precedent.search.SearchEngine;
import org.precedent.web.http.BasePath;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Routes;
import org.precedent.web.search.OverviewCache;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.view.PageAddress;

/**
 * {@code /robots.txt} and the sitemap of all determinations, in parts.
 */
public final class RobotsAndSitemap implements Routes {
    /** The protocol allows as many in one file. */
    private static final int PART = 50_000;

    private static final String SITEMAP = "/sitemap.xml";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private final SearchGateway desk;
    private final OverviewCache coverage;

    /**
     * For the letters of an engine.
     */
    public RobotsAndSitemap(SearchGateway desk, OverviewCache coverage) {
        this.desk = desk;
        this.coverage = coverage;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/robots.txt", this::robots);
        routes.get(SITEMAP, this::index);
        routes.get("/sitemap/{part}.xml", this::part);
    }

    private void robots(Context ctx) {
        ctx.header("Cache-Control", "public, max-age=3600");
        ctx.result("""
                User-agent: *
                Disallow: /search
                Disallow: /facets/
                Disallow: /compare
                Disallow: /saved
                Disallow: /s/
                Allow: /
                Sitemap: %s
                """.formatted(BasePath.origin(ctx) + SITEMAP));
        ctx.contentType("text/plain; charset=utf-8");
    }

    private void index(Context ctx) {
        if (!unchanged(ctx)) {
            var origin = BasePath.origin(ctx);
            var parts = LongStream.rangeClosed(1, parts())
                    .mapToObj(n -> "<sitemap><loc>" + origin + "/sitemap/" + n + ".xml</loc></sitemap>\n")
                    .collect(Collectors.joining());
            answer(ctx, "<sitemapindex" + NAMESPACE + parts + "</sitemapindex>\n");
        }
    }

    private void part(Context ctx) {
        var number = ctx.pathParam("part");
        if (!number.matches("[1-9][0-9]{0,5}") || Long.parseLong(number) > parts()) {
            throw Failure.notFound("The sitemap has parts 1 to " + parts() + ".");
        }
        if (!unchanged(ctx)) {
            var origin = BasePath.origin(ctx);
            var from = (Long.parseLong(number) - 1) * PART;
            var letters = desk.ask(() -> desk.engine().letters(from, PART)).stream()
                    .map(l -> entry(origin, l))
                    .collect(Collectors.joining());
            answer(ctx, "<urlset" + NAMESPACE + letters + "</urlset>\n");
        }
    }

    // a path is percent-encoded and holds nothing that XML would take for markup
    private static String entry(String origin, SearchEngine.Listed letter) {
        return "<url><loc>" + origin + PageAddress.letterPath(letter.id()) + "</loc><lastmod>" + letter.lastChanged()
                + "</lastmod></url>\n";
    }

    private long parts() {
        return Math.max(1, (coverage.overview().total().determinations() + PART - 1) / PART);
    }

    private boolean unchanged(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        return ConditionalRequests.unchanged(ctx, desk.engine().generation(), BasePath.origin(ctx), ctx.path());
    }

    private static void answer(Context ctx, String body) {
        ctx.result(XML + body);
        ctx.contentType("application/xml; charset=utf-8");
    }
}
