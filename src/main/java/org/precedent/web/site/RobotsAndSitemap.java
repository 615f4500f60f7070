package org.precedent.web.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.precedent.search.SearchEngine;
import org.precedent.web.http.BasePath;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Routes;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.view.PageAddress;

/**
 * {@code /robots.txt} and the sitemap: all determinations, split into several files, and the pages of guidelines and treatments.
 */
public final class RobotsAndSitemap implements Routes {
    /** Maximum number of URLs per file in the sitemap protocol. */
    private static final int PART = 50_000;

    private static final String SITEMAP = "/sitemap.xml";
    private static final String SUBJECTS = "/sitemap/subjects.xml";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

    private final SearchGateway gateway;
    private final Supplier<List<String>> subjects;
    private volatile Parts parts = new Parts("", List.of());

    /**
     * Boundaries of the sitemap files.
     *
     * @param generation index generation they belong to
     * @param starts for each file, the ID before its first entry; empty for the first file
     */
    private record Parts(String generation, List<Optional<String>> starts) {}

    /**
     * Creates the routes.
     *
     * @param subjects paths of the pages of guidelines and treatments, the most general first
     */
    public RobotsAndSitemap(SearchGateway gateway, Supplier<List<String>> subjects) {
        this.gateway = gateway;
        this.subjects = subjects;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/robots.txt", this::robots);
        routes.get(SITEMAP, this::index);
        routes.get(SUBJECTS, this::subjects);
        routes.get("/sitemap/{part}.xml", this::part);
    }

    private void robots(Context ctx) {
        ctx.header("Cache-Control", "public, max-age=3600");
        ctx.result("""
                User-agent: *
                Disallow: /search
                Disallow: /facets/
                Disallow: /compare
                Disallow: /insights?
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
            var parts = IntStream.rangeClosed(1, starts().size())
                    .mapToObj(n -> "<sitemap><loc>" + origin + "/sitemap/" + n + ".xml</loc></sitemap>\n")
                    .collect(Collectors.joining());
            answer(
                    ctx,
                    "<sitemapindex" + NAMESPACE + parts + "<sitemap><loc>" + origin + SUBJECTS
                            + "</loc></sitemap>\n</sitemapindex>\n");
        }
    }

    private void subjects(Context ctx) {
        if (!unchanged(ctx)) {
            var origin = BasePath.origin(ctx);
            var pages = subjects.get().stream()
                    .limit(PART)
                    .map(path -> "<url><loc>" + origin + path + "</loc></url>\n")
                    .collect(Collectors.joining());
            answer(ctx, "<urlset" + NAMESPACE + pages + "</urlset>\n");
        }
    }

    private void part(Context ctx) {
        var number = ctx.pathParam("part");
        if (!number.matches("[1-9][0-9]{0,5}") || Integer.parseInt(number) > starts().size()) {
            throw Failure.notFound("The sitemap has parts 1 to " + starts().size() + ".");
        }
        if (!unchanged(ctx)) {
            var origin = BasePath.origin(ctx);
            var after = starts().get(Integer.parseInt(number) - 1);
            var letters = gateway.run(() -> gateway.engine().listLetters(after, PART)).stream()
                    .map(l -> entry(origin, l))
                    .collect(Collectors.joining());
            answer(ctx, "<urlset" + NAMESPACE + letters + "</urlset>\n");
        }
    }

    // paths are percent-encoded and contain no character that XML would need escaped
    private static String entry(String origin, SearchEngine.Listed letter) {
        return "<url><loc>" + origin + PageAddress.determinationPath(letter.id()) + "</loc><lastmod>"
                + letter.lastChanged() + "</lastmod></url>\n";
    }

    /**
     * The ID after which each file begins. Computed once per index generation, because the engine lists IDs in order but cannot skip to a
     * position.
     */
    private List<Optional<String>> starts() {
        var generation = gateway.engine().generation();
        var known = parts;
        if (!known.generation.equals(generation)) {
            known = new Parts(generation, gateway.run(this::findStarts));
            parts = known;
        }
        return known.starts;
    }

    private List<Optional<String>> findStarts() {
        var found = new ArrayList<Optional<String>>();
        found.add(Optional.empty());
        for (var part = gateway.engine().listLetters(Optional.empty(), PART); part.size() == PART; ) {
            var last = Optional.of(part.getLast().id());
            part = gateway.engine().listLetters(last, PART);
            if (!part.isEmpty()) {
                found.add(last);
            }
        }
        return List.copyOf(found);
    }

    private boolean unchanged(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        return ConditionalRequests.answerIfUnchanged(
                ctx, gateway.engine().generation(), BasePath.origin(ctx), ctx.path());
    }

    private static void answer(Context ctx, String body) {
        ctx.result(XML + body);
        ctx.contentType("application/xml; charset=utf-8");
    }
}
