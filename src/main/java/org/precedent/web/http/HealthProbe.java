package org.precedent.web.http;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Health check that runs its probe at most once a second, however often it is called, so that it can be open to everybody without a
 * rate limit.
 */
public final class HealthProbe {
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final Runnable probe;
    private final LongSupplier nanos;
    private boolean ran;
    private long lastRun;
    private @Nullable RuntimeException failure;

    /**
     * A health check that has not run yet.
     *
     * @param probe throws when the server does not work
     * @param nanos a clock that only goes forward
     */
    public HealthProbe(Runnable probe, LongSupplier nanos) {
        this.probe = probe;
        this.nanos = nanos;
    }

    /**
     * Runs the probe when its last result is older than a second; does nothing when it passed.
     *
     * @throws RuntimeException what the probe threw
     */
    public synchronized void check() {
        long now = nanos.getAsLong();
        if (!ran || now - lastRun > FRESH_NANOS) {
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
