package org.precedent.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Request metrics and access log: counts and durations by path pattern and status. Every request is logged at debug level, slow
 * ones at info.
 */
public final class RequestMetrics implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(RequestMetrics.class);
    private static final String STARTED = "traffic.started";
    private static final double SLOW_SECONDS = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Counter requests;
    private final Histogram seconds;

    public RequestMetrics(Metrics metrics) {
        this.requests = metrics.counter("precedent_requests", "Requests by path and status.", "path", "status");
        this.seconds = metrics.histogram("precedent_request_seconds", "Time to answer, by path.", "path");
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.before(ctx -> ctx.attribute(STARTED, System.nanoTime()));
        routes.after(this::count);
    }

    /**
     * The path pattern of the route. The path itself is never recorded, because it may reveal what someone reads.
     */
    public static String path(Context ctx) {
        var endpoint = ctx.endpoints().lastHttpEndpoint();
        return endpoint == null ? "none" : endpoint.path;
    }

    private void count(Context ctx) {
        Long started = ctx.attribute(STARTED);
        if (started == null) {
            return;
        }
        double took = (System.nanoTime() - started) / NANOS_PER_SECOND;
        var path = path(ctx);
        requests.labelValues(path, Integer.toString(ctx.statusCode())).inc();
        seconds.labelValues(path).observe(took);
        var log = took > SLOW_SECONDS ? LOG.atInfo() : LOG.atDebug();
        log.setMessage("request")
                .addKeyValue("method", ctx.method().name())
                .addKeyValue("path", path)
                .addKeyValue("status", ctx.statusCode())
                .addKeyValue("milliseconds", Math.round(took * 1000))
                .log();
    }
}
