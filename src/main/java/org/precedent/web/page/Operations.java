package org.precedent.web.page;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import org.precedent.search.SearchRequest;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Right;
import org.precedent.web.http.Rights;
import org.precedent.web.http.Routes;
import org.precedent.web.http.Traffic;

/**
 * {@code /healthz}, {@code /readyz}, {@code /metrics}, {@code /robots.txt}.
 */
public final class Operations implements Routes {
    private final Desk desk;
    private final Coverage coverage;
    private final Traffic traffic;

    /**
     * What watches the server.
     */
    public Operations(Desk desk, Coverage coverage, Traffic traffic) {
        this.desk = desk;
        this.coverage = coverage;
        this.traffic = traffic;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/healthz", this::health, Right.NONE);
        routes.get("/readyz", this::ready, Right.NONE);
        routes.get("/metrics", this::metrics, Right.CHANGE);
        routes.get("/robots.txt", this::robots);
    }

    private void health(Context ctx) {
        var one = desk.understand(SearchRequest.EVERYTHING.withSize(1));
        desk.ask(() -> desk.engine().count(one.search()));
        Pages.json(ctx, Map.of("status", "ok"));
    }

    // whoever asks learns that the server is ready; what it holds, only who may read
    private void ready(Context ctx) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", "ready");
        var total = coverage.overview().total();
        if (Rights.of(ctx).read()) {
            answer.put("generation", desk.engine().generation());
            answer.put("total", SearchJson.total(total));
        }
        Pages.json(ctx, answer);
    }

    private void metrics(Context ctx) {
        var runtime = Runtime.getRuntime();
        var overview = coverage.overview();
        traffic.gauge(
                "precedent_letters", "Letters in the index.", overview.total().determinations());
        traffic.gauge(
                "precedent_issues", "Issues in the index.", overview.total().issues());
        overview.lastChanged()
                .ifPresent(i -> traffic.gauge(
                        "precedent_index_changed_timestamp_seconds",
                        "When the index last changed.",
                        i.getEpochSecond()));
        traffic.gauge(
                "precedent_searches_refused_total",
                "Searches turned away.",
                desk.gate().refused());
        desk.engine()
                .memory()
                .forEach((what, bytes) -> traffic.gauge(
                        "precedent_cache_" + what + "_bytes", "Kept in memory for searching: " + what + ".", bytes));
        traffic.gauge("precedent_heap_used_bytes", "Heap in use.", runtime.totalMemory() - runtime.freeMemory());
        traffic.gauge("precedent_heap_max_bytes", "Largest heap.", runtime.maxMemory());
        ctx.result(traffic.text());
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8");
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
                """);
        ctx.contentType("text/plain; charset=utf-8");
    }
}
