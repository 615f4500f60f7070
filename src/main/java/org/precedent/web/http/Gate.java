package org.precedent.web.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Lets a bounded number of searches run at once. Who does not get in within the patience is told to come back: a server that
 * refuses a few stays quick for the others.
 */
public final class Gate {
    private static final int WAITING_A_PLACE = 16;

    private final Semaphore places;
    private final Duration patience;
    private final int waiting;
    private final LongAdder refused = new LongAdder();

    /**
     * A gate with so many places, and room to wait for sixteen times as many.
     */
    public Gate(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
        this.waiting = WAITING_A_PLACE * places;
    }

    /**
     * Runs a search when there is a place.
     *
     * @throws Failure with status 503 when there is none in time
     */
    public <T> T run(Supplier<T> search) {
        enter();
        try {
            return search.get();
        } finally {
            places.release();
        }
    }

    /**
     * How many searches were turned away since the start.
     */
    public long refused() {
        return refused.sum();
    }

    private void enter() {
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
        refused.increment();
        throw new Failure(new Failure.Answer(
                503,
                "Busy",
                "More searches are running than this server can serve well. Try again in a moment.",
                Optional.empty(),
                Optional.empty(),
                Optional.of(2)));
    }
}
