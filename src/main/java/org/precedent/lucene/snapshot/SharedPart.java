package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A part of a search that a helper may run while the searching thread does something else. Close it before the snapshot is released: that
 * waits for a helper which is still reading. Thread-safe.
 */
public final class SharedPart<T> implements AutoCloseable {
    private final FutureTask<T> task;
    private final AtomicBoolean begun = new AtomicBoolean();

    SharedPart(Supplier<T> work) {
        this.task = new FutureTask<>(work::get);
    }

    /** Runs the part unless another thread has begun it. */
    void run() {
        if (begun.compareAndSet(false, true)) {
            task.run();
        }
    }

    /** Returns the result; runs the part if no helper has begun it, else waits for the helper. Unchecked exceptions are passed on. */
    public T get() {
        run();
        try {
            return SegmentWorkers.results(List.of(task)).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until no helper runs the part; one that has not begun never runs. */
    @Override
    public void close() {
        if (begun.compareAndSet(false, true)) {
            task.cancel(false);
        } else {
            SegmentWorkers.await(task);
        }
    }
}
