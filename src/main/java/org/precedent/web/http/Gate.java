package org.precedent.web.http;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets a bounded number of searches run at once. Who does not get in within the patience is told to come back: a server that
 * refuses a few stays quick for the others.
 */
public final class Gate {
    // more could only be served late, and each holds a thread of the server's while it waits
    private static final int WAITING_A_PLACE = 4;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Semaphore places;
    private final Duration patience;
    private final int waiting;
    private final Watch watch;

    /**
     * Who wants to know how it goes.
     */
    public interface Watch {
        /** Nobody does. */
        Watch NOBODY = new Watch() {
            @Override
            public void entered(double seconds) {}

            @Override
            public void left(double seconds) {}

            @Override
            public void refused() {}
        };

        /** A search got in after waiting so long. */
        void entered(double seconds);

        /** A search is done, having run so long. */
        void left(double seconds);

        /** A search was turned away. */
        void refused();
    }

    /**
     * A gate with so many places, and room to wait for four times as many.
     */
    public Gate(int places, Duration patience) {
        this(places, patience, Watch.NOBODY);
    }

    /**
     * The same, watched.
     */
    public Gate(int places, Duration patience, Watch watch) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.waiting = WAITING_A_PLACE * places;
        this.watch = watch;
    }

    /**
     * A place behind the gate, which is another's once closed. Closing it again does nothing.
     */
    public final class Place implements AutoCloseable {
        private final long began = System.nanoTime();
        private final AtomicBoolean taken = new AtomicBoolean(true);

        private Place() {}

        @Override
        public void close() {
            if (taken.compareAndSet(true, false)) {
                places.release();
                watch.left((System.nanoTime() - began) / NANOS_PER_SECOND);
            }
        }
    }

    /**
     * Runs a search when there is a place.
     *
     * @throws Failure with status 503 when there is none in time
     */
    public <T> T run(Supplier<T> search) {
        try (var place = enter()) {
            Objects.requireNonNull(place);
            return search.get();
        }
    }

    /**
     * Takes a place.
     *
     * @throws Failure with status 503 when there is none in time
     */
    public Place enter() {
        long came = System.nanoTime();
        await();
        watch.entered((System.nanoTime() - came) / NANOS_PER_SECOND);
        return new Place();
    }

    /**
     * Takes a place however long that takes, for work that is underway already.
     */
    public Place enterPatiently() {
        places.acquireUninterruptibly();
        return new Place();
    }

    private void await() {
        // whoever would wait behind so many would wait in vain
        if (places.getQueueLength() < waiting) {
            try {
                if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        watch.refused();
        throw new Failure(new Failure.Answer(
                503,
                "Busy",
                "More is asked of this server at once than it can serve well. Try again in a moment.",
                Optional.empty(),
                Optional.empty(),
                Optional.of(2)));
    }
}
