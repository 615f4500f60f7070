package org.precedent.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Runs the same work in several threads at once.
 */
public final class Parallel {
    private Parallel() {}

    /**
     * Runs the work in all threads and waits for them.
     *
     * @param threads number of threads
     * @param work creates the work of the n-th thread, from 0
     * @return elapsed seconds
     */
    public static double seconds(int threads, IntFunction<Callable<Void>> work) throws InterruptedException {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            long start = System.nanoTime();
            var running = new ArrayList<Future<Void>>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(work.apply(i)));
            }
            for (var one : running) {
                one.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
