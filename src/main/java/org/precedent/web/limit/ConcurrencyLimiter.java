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
    // a longer queue would only be served late, and each waiting request holds a thread
    private static final int QUEUED_PER_PERMIT = 4;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Semaphore permits;
    private final Duration patience;
    private final int queueLimit;
    private final Listener listener;

    /**
     * Receives what happens, for metrics.
     */
    public interface Listener {
        /** Ignores everything. */
        Listener NONE = new Listener() {
            @Override
            public void entered(double seconds) {}

            @Override
            public void left(double seconds) {}

            @Override
            public void refused() {}
        };

        /** A permit was acquired after a wait of this many seconds. */
        void entered(double seconds);

        /** A permit was released after this many seconds. */
        void left(double seconds);

        /** A request was refused. */
        void refused();
    }

    /**
     * A limiter with a queue of four times as many as run at once.
     *
     * @param permits how many run at once
     * @param patience how long one waits before it is refused
     */
    public ConcurrencyLimiter(int permits, Duration patience) {
        this(permits, patience, Listener.NONE);
    }

    /**
     * The same, with a listener.
     */
    public ConcurrencyLimiter(int permits, Duration patience, Listener listener) {
        this(permits, permits, patience, listener);
    }

    /**
     * A share of a larger limiter, with as long a queue.
     *
     * @param whole how many run at once in all
     */
    ConcurrencyLimiter(int permits, int whole, Duration patience, Listener listener) {
        this.permits = new Semaphore(permits, true);
        this.patience = patience;
        this.queueLimit = QUEUED_PER_PERMIT * whole;
        this.listener = listener;
    }

    /**
     * Permission to run, released by closing. Closing it again does nothing.
     */
    public final class Permit implements AutoCloseable {
        private final long began = System.nanoTime();
        private final AtomicBoolean held = new AtomicBoolean(true);

        private Permit() {}

        @Override
        public void close() {
            if (held.compareAndSet(true, false)) {
                permits.release();
                listener.left((System.nanoTime() - began) / NANOS_PER_SECOND);
            }
        }
    }

    /**
     * Runs work with a permit.
     *
     * @throws Failure with status 503 when there is none in time
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
     * @throws Failure with status 503 when there is none in time
     */
    public Permit acquire() {
        long came = System.nanoTime();
        await();
        listener.entered((System.nanoTime() - came) / NANOS_PER_SECOND);
        return new Permit();
    }

    /** Whether someone waits for a permit. */
    boolean isAwaited() {
        return permits.hasQueuedThreads();
    }

    /**
     * Waits for a permit however long that takes, for work that has begun.
     */
    public Permit acquireUninterruptibly() {
        permits.acquireUninterruptibly();
        return new Permit();
    }

    private void await() {
        // behind that many the wait would end in a refusal anyway
        if (permits.getQueueLength() < queueLimit) {
            try {
                if (permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
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
