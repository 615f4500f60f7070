package org.precedent.lucene.write;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Fixed pool with a bounded queue; submitting blocks while it is full, and the first failure is rethrown to the submitter, at
 * the latest when it waits for all.
 */
public final class IndexingPool implements AutoCloseable {
    private static final int LETTERS_A_THREAD = 16;

    private final ExecutorService threads;
    private final int room;
    private final Semaphore free;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    public IndexingPool(int count) {
        threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().name("letter-writer-", 1).daemon().factory());
        room = count * LETTERS_A_THREAD;
        free = new Semaphore(room);
    }

    /** Hands out a piece of work; pieces are done in any order. */
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

    /** Waits until all that was handed out is done. */
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

    /** Ends the threads when they have done what they have; nothing is thrown for what failed. */
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
