package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.TaskExecutor;

/**
 * Threads that help a search with its segments. They never hold a search up: the searching thread works through the segments itself, and
 * helpers take over those it has not begun.
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

    /**
     * Runs all tasks and returns their results in order.
     *
     * @param shared whether helpers may take part
     * @throws IOException thrown by a task; unchecked exceptions are passed on as well
     */
    <T> List<T> invokeAll(Collection<Callable<T>> tasks, boolean shared) throws IOException {
        var results = new ArrayList<T>();
        if (shared) {
            // a discarded task only means that no helper is free
            return new TaskExecutor(helpers).invokeAll(tasks);
        }
        for (var task : tasks) {
            results.add(call(task));
        }
        return results;
    }

    private static <T> T call(Callable<T> task) throws IOException {
        try {
            return task.call();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
