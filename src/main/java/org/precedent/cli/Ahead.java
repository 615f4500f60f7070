package org.precedent.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A value that a thread of its own may create before it is needed. Thread-safe.
 */
final class Ahead<T> {
    private final FutureTask<T> task;

    Ahead(Callable<T> work) {
        this.task = new FutureTask<>(work);
    }

    /** Starts creating the value in a thread of that name. */
    void start(String thread) {
        Thread.ofPlatform().daemon().name(thread).start(task);
    }

    /** Returns the value once it has been created; the calling thread creates it unless another thread does. */
    T get() {
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The value, once it has been created; empty if that failed. */
    Optional<T> created() {
        try {
            return Optional.of(get());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
