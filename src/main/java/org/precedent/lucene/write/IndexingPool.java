package org.precedent.lucene.write;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Fixed thread pool with a bounded queue; submitting blocks while the queue is full. The first failure is rethrown to the submitter, at the
 * latest by {@link #await}.
 */
public final class IndexingPool implements AutoCloseable {
    private static final int LETTERS_PER_THREAD = 16;

    private final ExecutorService threads;
    private final int room;
    private final Semaphore free;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    public IndexingPool(int count) {
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("letter-writer-", 1).daemon().factory());
        room = count * LETTERS_PER_THREAD;
        free = new Semaphore(room);
    }

    /** Submits a task; tasks may run in any order. */
    public void submit(Runnable work) {
        check();
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                free.release();
            }
        });
    }

    /** Waits for all submitted tasks. */
    public void await() {
        free.acquireUninterruptibly(room);
        free.release(room);
        check();
    }

    private void check() {
        switch (failure.get()) {
            case null -> {}
            case Error e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /** Stops the threads after their queued tasks; does not throw for failed tasks. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
