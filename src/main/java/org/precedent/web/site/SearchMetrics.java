package org.precedent.web.site;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.concurrent.atomic.AtomicInteger;
import org.precedent.web.http.Metrics;
import org.precedent.web.limit.ConcurrencyLimiter;

/**
 * Metrics of searches: duration, waiting time and refusals.
 */
public final class SearchMetrics implements ConcurrencyLimiter.Listener {
    private final Histogram waits;
    private final Histogram runs;
    private final Counter refused;
    private final AtomicInteger running = new AtomicInteger();

    /**
     * Registers the metrics.
     */
    public SearchMetrics(Metrics metrics) {
        waits = metrics.histogram("precedent_search_wait_seconds", "Time a search waited for a permit.");
        runs = metrics.histogram("precedent_search_seconds", "Duration of searches, without waiting.");
        refused = metrics.counter("precedent_searches_refused", "Searches refused under load.");
        metrics.gauge("precedent_searches_running", "Searches running now.", running::get);
    }

    @Override
    public void entered(double seconds) {
        waits.observe(seconds);
        running.incrementAndGet();
    }

    @Override
    public void released(double seconds) {
        running.decrementAndGet();
        runs.observe(seconds);
    }

    @Override
    public void refused() {
        refused.inc();
    }
}
