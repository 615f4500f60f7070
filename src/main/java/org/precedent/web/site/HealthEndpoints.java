package org.precedent.web.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.precedent.search.Search;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;
import org.precedent.web.http.ExceptionSummary;
import org.precedent.web.http.Failure;
import org.precedent.web.http.Metrics;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Rights;
import org.precedent.web.http.Rights.Right;
import org.precedent.web.http.Routes;
import org.precedent.web.result.SearchJson;
import org.precedent.web.search.OverviewCache;
import org.precedent.web.search.SearchGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /healthz}, {@code /readyz} and {@code /metrics}.
 */
public final class HealthEndpoints implements Routes {
    /** Path of the liveness check, which is exempt from rate limits. */
    public static final String HEALTH = "/healthz";

    private static final Logger LOG = LoggerFactory.getLogger(HealthEndpoints.class);
    private static final int RETRY_SECONDS = 10;

    private final SearchGateway gateway;
    private final OverviewCache coverage;
    private final Metrics metrics;
    private final IntegrityStatus integrity;
    private final HealthProbe health = new HealthProbe(this::searchOnce, System::nanoTime);

    /**
     * Creates the endpoints.
     */
    public HealthEndpoints(SearchGateway gateway, OverviewCache coverage, Metrics metrics, IntegrityStatus integrity) {
        this.gateway = gateway;
        this.coverage = coverage;
        this.metrics = metrics;
        this.integrity = integrity;
        register();
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(HEALTH, this::health, Right.NONE);
        routes.get("/readyz", this::ready, Right.NONE);
        routes.get("/metrics", this::metrics, Right.CHANGE);
    }

    private void health(Context ctx) {
        health.check();
        Pages.json(ctx, Map.of("status", "ok"));
    }

    // bypasses the limit on concurrent searches: a busy server is still healthy
    private void searchOnce() {
        gateway.engine().count(Search.of(new Query.Everything()));
    }

    // readiness is public; generation and totals need the right to read; damage, which names file paths, the right to
    // change
    private void ready(Context ctx) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("status", "ready");
        var total = readable();
        var problems = gateway.engine().problems();
        answer.put("check", problems.isEmpty() ? integrity.state() : IntegrityStatus.DAMAGED);
        if (Rights.of(ctx).read()) {
            answer.put("generation", gateway.engine().generation());
            answer.put("total", SearchJson.total(total));
        }
        if (Rights.of(ctx).change()) {
            answer.put(
                    "damage",
                    Stream.concat(problems.stream(), integrity.damage().stream())
                            .toList());
        }
        Pages.json(ctx, answer);
    }

    private Total readable() {
        try {
            return total();
        } catch (RuntimeException e) {
            LOG.error("index not readable {}", ExceptionSummary.summarize(e));
            throw new Failure(new Failure.Answer(
                    503,
                    "Not ready",
                    "The index cannot be read; see the log for details.",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(RETRY_SECONDS)));
        }
    }

    private void metrics(Context ctx) {
        ctx.result(metrics.text());
        ctx.contentType(Metrics.TYPE);
    }

    private void register() {
        metrics.gauge("precedent_letters", "Determinations in the index.", () -> total().determinations());
        metrics.gauge("precedent_issues", "Issues in the index.", () -> total().issues());
        metrics.optionalGauge(
                "precedent_index_changed_timestamp_seconds",
                "When the index last changed.",
                () -> coverage.overview().lastChanged().map(i -> (double) i.getEpochSecond()));
        metrics.gauge(
                "precedent_damage",
                "Damage found in the index or the saved searches; /readyz gives the details.",
                () -> damage().size());
        metrics.gauges(
                "precedent_cache_bytes",
                "Cache entries, by kind.",
                "cache",
                () -> gateway.engine().memory());
        var runtime = Runtime.getRuntime();
        metrics.gauge("precedent_heap_used_bytes", "Heap in use.", () -> runtime.totalMemory() - runtime.freeMemory());
        metrics.gauge("precedent_heap_max_bytes", "Largest heap.", runtime::maxMemory);
    }

    /** Damage found by the last integrity check, and the reasons why the index cannot be read now. */
    private List<String> damage() {
        return Stream.concat(gateway.engine().problems().stream(), integrity.damage().stream())
                .toList();
    }

    private Total total() {
        return coverage.overview().total();
    }

    /**
     * Health check that runs its probe at most once per second, so that it can be public without a rate limit.
     */
    private static final class HealthProbe {
        private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();

        private final Runnable probe;
        private final LongSupplier nanos;
        private boolean ran;
        private long lastRun;
        private @Nullable RuntimeException failure;

        /**
         * Creates a health check that has not run yet.
         *
         * @param probe throws when the server is not working
         * @param nanos monotonic clock, in nanoseconds
         */
        HealthProbe(Runnable probe, LongSupplier nanos) {
            this.probe = probe;
            this.nanos = nanos;
        }

        /**
         * Runs the probe if its last result is older than a second; otherwise repeats that result.
         *
         * @throws RuntimeException as thrown by the probe
         */
        synchronized void check() {
            long now = nanos.getAsLong();
            if (!ran || now - lastRun > MAX_AGE_NANOS) {
                failure = run();
                ran = true;
                lastRun = now;
            }
            if (failure != null) {
                throw failure;
            }
        }

        private @Nullable RuntimeException run() {
            try {
                probe.run();
                return null;
            } catch (RuntimeException e) {
                return e;
            }
        }
    }
}
