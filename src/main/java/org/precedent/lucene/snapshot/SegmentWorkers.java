package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.lucene.util.ThreadInterruptedException;

/**
 * Threads that help a search with parts of its work, such as ranges of documents. The searching thread works through the parts itself, and
 * helpers take over those it has not begun; in the end it waits for what they have begun.
 */
final class SegmentWorkers {
    private static final int KEEP_ALIVE_SECONDS = 10;

    private final ThreadPoolExecutor helpers;
    private final boolean canHelp;
    private final long minCost;

    /**
     * Creates workers.
     *
     * @param helpers maximum number of threads that help at the same time; 0 if the searching thread works alone
     * @param minCost number of candidate documents from which help is worth handing over work, some tens of microseconds
     */
    SegmentWorkers(int helpers, long minCost) {
        this.canHelp = helpers > 0;
        this.minCost = minCost;
        this.helpers = new ThreadPoolExecutor(
                0,
                Math.max(1, helpers),
                KEEP_ALIVE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("segment-", 0).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Whether work with that number of candidates is worth sharing. */
    boolean isWorthSharing(long cost) {
        return canHelp && cost >= minCost;
    }

    /** The number of threads that can work on one search. */
    int threads() {
        return canHelp ? helpers.getMaximumPoolSize() + 1 : 1;
    }

    /**
     * Runs all tasks and returns their results in order.
     *
     * @param shared whether helpers may take part
     * @throws IOException thrown by a task; unchecked exceptions are passed on as well
     */
    <T> List<T> invokeAll(List<Callable<T>> tasks, boolean shared) throws IOException {
        var futures = tasks.stream().map(FutureTask::new).toList();
        var next = new AtomicInteger();
        Runnable rest = () -> {
            for (int i = next.getAndIncrement(); i < futures.size(); i = next.getAndIncrement()) {
                futures.get(i).run();
            }
        };
        for (int helper = 1; shared && helper < Math.min(threads(), futures.size()); helper++) {
            // a discarded task only means that no helper is free
            helpers.execute(rest);
        }
        rest.run();
        return results(futures);
    }

    /**
     * Starts a part of a search if a helper is free. Otherwise it runs when its result is needed.
     *
     * @param shared whether a helper may run it
     */
    <T> SharedPart<T> start(Supplier<T> work, boolean shared) {
        var part = new SharedPart<>(work);
        if (shared) {
            helpers.execute(part::run);
        }
        return part;
    }

    /** Waits for all tasks, so that none is still reading the index when another has failed. */
    static <T> List<T> results(List<FutureTask<T>> futures) throws IOException {
        var results = new ArrayList<T>();
        Throwable failure = null;
        for (var future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                failure = failure == null ? e.getCause() : failure;
            } catch (InterruptedException e) {
                throw new ThreadInterruptedException(e);
            }
        }
        if (failure != null) {
            throw rethrown(failure);
        }
        return results;
    }

    /** Waits for a task that has begun, whether or not it fails. */
    static void await(FutureTask<?> task) {
        try {
            var unused = task.get();
        } catch (ExecutionException e) {
            // whoever needs the result has seen it
        } catch (InterruptedException e) {
            throw new ThreadInterruptedException(e);
        }
    }

    private static RuntimeException rethrown(Throwable failure) throws IOException {
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return new IllegalStateException(failure);
    }
}
