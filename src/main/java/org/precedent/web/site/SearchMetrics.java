package org.precedent.web.site;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.concurrent.atomic.AtomicInteger;
import org.precedent.web.http.Metrics;
import org.precedent.web.limit.ConcurrencyLimiter;

/**
 * Metrics of what searches cost.
 */
public final class SearchMetrics implements ConcurrencyLimiter.Listener {
    private final Histogram waits;
    private final Histogram runs;
    private final Counter refused;
    private final AtomicInteger running = new AtomicInteger();

    /**
     * Counts into these.
     */
    public SearchMetrics(Metrics metrics) {
        waits = metrics.histogram("precedent_search_wait_seconds", "Time a search waited for its place.");
        runs = metrics.histogram("precedent_search_seconds", "Time a search took once it had its place.");
        refused = metrics.counter("precedent_searches_refused", "Searches turned away because too many ran.");
        metrics.gauge("precedent_searches_running", "Searches that run now.", running::get);
    }

    @Override
    public void entered(double seconds) {
        waits.observe(seconds);
        running.incrementAndGet();
    }

    @Override
    public void left(double seconds) {
        running.decrementAndGet();
        runs.observe(seconds);
    }

    @Override
    public void refused() {
        refused.inc();
    }
}
