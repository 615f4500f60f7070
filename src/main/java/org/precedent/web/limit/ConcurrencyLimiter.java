package org.precedent.web.limit;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.precedent.web.http.Failure;

/**
 * Semaphore with a bounded queue and a time limit on waiting. A request that does not get a permit in time is refused with 503 and
 * {@code Retry-After}: a server that refuses a few requests stays fast for the others.
 */
public final class ConcurrencyLimiter {
    // requests in a longer queue would only be served late, and each waiting request holds a thread
    private static final int QUEUED_PER_PERMIT = 4;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Semaphore permits;
    private final Duration maxWait;
    private final int queueLimit;
    private final Listener listener;

    /**
     * Receives events, for metrics.
     */
    public interface Listener {
        /** Ignores all events. */
        Listener NONE = new Listener() {
            @Override
            public void entered(double seconds) {}

            @Override
            public void released(double seconds) {}

            @Override
            public void refused() {}
        };

        /** A permit was acquired after waiting this many seconds. */
        void entered(double seconds);

        /** A permit was released after being held for this many seconds. */
        void released(double seconds);

        /** A request was refused. */
        void refused();
    }

    /**
     * Creates a limiter whose queue holds four times as many requests as there are permits.
     *
     * @param permits maximum number of concurrent requests
     * @param maxWait maximum wait before a request is refused
     */
    public ConcurrencyLimiter(int permits, Duration maxWait) {
        this(permits, maxWait, Listener.NONE);
    }

    /**
     * Creates a limiter with a listener.
     */
    public ConcurrencyLimiter(int permits, Duration maxWait, Listener listener) {
        this(permits, permits, maxWait, listener);
    }

    /**
     * Creates a limiter for part of a larger limiter's permits; its queue is as long as that of the larger limiter.
     *
     * @param totalPermits permits of the larger limiter
     */
    ConcurrencyLimiter(int permits, int totalPermits, Duration maxWait, Listener listener) {
        this.permits = new Semaphore(permits, true);
        this.maxWait = maxWait;
        this.queueLimit = QUEUED_PER_PERMIT * totalPermits;
        this.listener = listener;
    }

    /**
     * Permission to run, released by closing. Closing it more than once has no effect.
     */
    public final class Permit implements AutoCloseable {
        private final long began = System.nanoTime();
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Permit() {}

        @Override
        public void close() {
            if (held.compareAndSet(true, false)) {
                permits.release();
                listener.released((System.nanoTime() - began) / NANOS_PER_SECOND);
            }
        }
    }

    /**
     * Runs work while holding a permit.
     *
     * @throws Failure with status 503 when none becomes available in time
     */
    public <T> T run(Supplier<T> work) {
        try (var permit = acquire()) {
            Objects.requireNonNull(permit);
            return work.get();
        }
    }

    /**
     * Waits for a permit.
     *
     * @throws Failure with status 503 when none becomes available in time
     */
    public Permit acquire() {
        long came = System.nanoTime();
        await();
        listener.entered((System.nanoTime() - came) / NANOS_PER_SECOND);
        return new Permit();
    }

    /** Whether a thread is waiting for a permit. */
    boolean hasWaiters() {
        return permits.hasQueuedThreads();
    }

    /**
     * Waits for a permit without a time limit, for work that has already begun.
     */
    public Permit acquireUninterruptibly() {
        permits.acquireUninterruptibly();
        return new Permit();
    }

    private void await() {
        // with a longer queue, the wait would time out anyway
        if (permits.getQueueLength() < queueLimit) {
            try {
                if (permits.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        listener.refused();
        throw new Failure(new Failure.Answer(
                503,
                "Busy",
                "The server is too busy to answer quickly. Try again in a moment.",
                Optional.empty(),
                Optional.empty(),
                Optional.of(2)));
    }
}
