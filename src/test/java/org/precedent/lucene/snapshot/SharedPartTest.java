package org.precedent.lucene.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.precedent.search.SearchEngine.TimedOut;

class SharedPartTest {
    private final SegmentWorkers workers = new SegmentWorkers(1, 0);
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    private Thread run() {
        runs.incrementAndGet();
        begun.countDown();
        return Thread.currentThread();
    }

    /** Runs until released. */
    private int runOn() {
        run();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return runs.incrementAndGet();
    }

    @Test
    void helperRunsIt() throws InterruptedException {
        try (var part = workers.start(this::run, true)) {
            begun.await();
            assertNotEquals(Thread.currentThread(), part.get());
        }
        assertEquals(1, runs.get());
    }

    @Test
    void whoeverNeedsTheResultRunsItOnceWithoutHelper() {
        try (var part = workers.start(this::run, false)) {
            assertEquals(0, runs.get());
            assertEquals(Thread.currentThread(), part.get());
            assertEquals(Thread.currentThread(), part.get());
        }
        assertEquals(1, runs.get());
    }

    @Test
    void neverRunsOnceClosed() {
        workers.start(this::run, false).close();
        var part = new SharedPart<>(this::run);
        part.close();
        part.run();
        assertEquals(0, runs.get());
    }

    @Test
    void closingWaitsForTheHelper() throws InterruptedException {
        var part = workers.start(this::runOn, true);
        begun.await();
        var isClosed = new AtomicBoolean();
        var closing = Thread.ofPlatform().start(() -> {
            part.close();
            isClosed.set(true);
        });
        while (closing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertFalse(isClosed.get());
        released.countDown();
        closing.join();
        assertTrue(isClosed.get());
        assertEquals(2, runs.get());
    }

    @Test
    void failureReachesWhoeverNeedsTheResultAndNobodyElse() throws InterruptedException {
        for (boolean shared : new boolean[] {true, false}) {
            var part = workers.start(
                    () -> {
                        throw new TimedOut("late");
                    },
                    shared);
            assertThrows(TimedOut.class, part::get);
            part.close();
        }
    }
}
