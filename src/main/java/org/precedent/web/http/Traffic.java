package org.precedent.web.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests and how long they took, by path pattern and status, and writes them as Prometheus reads them. Addresses, queries
 * and names of letters are never part of it.
 */
public final class Traffic implements Routes {
    private static final String STARTED = "traffic.started";
    private static final double[] BOUNDS = {0.005, 0.025, 0.1, 0.25, 1, 5};

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Map<String, String> gauges = new ConcurrentSkipListMap<>();

    @Override
    public void add(RoutesConfig routes) {
        routes.before(ctx -> ctx.attribute(STARTED, System.nanoTime()));
        routes.after(this::count);
    }

    /**
     * Sets a value that is read rather than counted.
     */
    public void gauge(String name, String help, long value) {
        gauges.put(name, "# HELP " + name + " " + help + "\n# TYPE " + name + " gauge\n" + name + " " + value + "\n");
    }

    /**
     * All of it in the text format.
     */
    public String text() {
        var text = new StringBuilder();
        gauges.values().forEach(text::append);
        text.append("# HELP precedent_requests_total Requests by status.\n# TYPE precedent_requests_total counter\n");
        write(text, "precedent_requests_total");
        text.append("# HELP precedent_request_seconds Time to answer.\n# TYPE precedent_request_seconds histogram\n");
        write(text, "precedent_request_seconds");
        return text.toString();
    }

    private void write(StringBuilder text, String name) {
        counts.forEach((key, count) -> {
            if (key.startsWith(name)) {
                text.append(key).append(' ').append(count.sum()).append('\n');
            }
        });
    }

    private void count(Context ctx) {
        Long started = ctx.attribute(STARTED);
        if (started == null) {
            return;
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        var path = ctx.endpoints().lastHttpEndpoint() == null
                ? "none"
                : String.valueOf(ctx.endpoints().lastHttpEndpoint().path);
        add("precedent_requests_total{path=\"" + path + "\",status=\"" + ctx.statusCode() + "\"}", 1);
        for (var bound : BOUNDS) {
            if (seconds <= bound) {
                add(bucket(path, String.format(Locale.ROOT, "%s", bound)), 1);
            }
        }
        add(bucket(path, "+Inf"), 1);
        add("precedent_request_seconds_count{path=\"" + path + "\"}", 1);
    }

    private static String bucket(String path, String bound) {
        return "precedent_request_seconds_bucket{path=\"" + path + "\",le=\"" + bound + "\"}";
    }

    private void add(String key, long by) {
        counts.computeIfAbsent(key, k -> new LongAdder()).add(by);
    }
}
