package org.precedent.ingest;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.precedent.document.source.Source;

/**
 * Reads sources ahead on several threads and returns them in order. One thread lists the sources, several read them, and the calling thread
 * consumes them; listing blocks while too many sources, or too many bytes, have been read but not consumed.
 */
final class ReadAhead {
    private static final int QUEUE = 256;
    private static final int KILO = 1024;

    private sealed interface Slot {
        record Item(Source source, int kilobytes, Future<LetterRead> read) implements Slot {}

        record End(Optional<Throwable> failure) implements Slot {}
    }

    private final BlockingQueue<Slot> queue = new ArrayBlockingQueue<>(QUEUE);
    private final int kilobytes;
    private final Semaphore memory;
    private final ExecutorService readers;
    private final Function<Source, LetterRead> read;

    private ReadAhead(IngestOptions options, Function<Source, LetterRead> read) {
        this.read = read;
        kilobytes = Math.clamp(options.memory() / KILO, 1, Integer.MAX_VALUE);
        memory = new Semaphore(kilobytes);
        readers = Executors.newFixedThreadPool(
                options.threads(),
                Thread.ofPlatform().name("letter-reader-", 1).daemon().factory());
    }

    /**
     * Runs a walk to completion.
     *
     * @param walk passes every source to its argument
     * @param read reads a source; called by several threads
     * @param take consumes each source with its result, in the order of the walk, on the calling thread
     */
    static void run(
            IngestOptions options,
            Consumer<Consumer<Source>> walk,
            Function<Source, LetterRead> read,
            BiConsumer<Source, LetterRead> take) {
        var ahead = new ReadAhead(options, read);
        var walker = Thread.ofPlatform().name("letter-walker").daemon().unstarted(() -> ahead.walk(walk));
        try {
            walker.start();
            ahead.drain(take);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("ingest interrupted: committed determinations are kept, the rest is not");
        } finally {
            walker.interrupt();
            ahead.readers.shutdownNow();
        }
    }

    private void walk(Consumer<Consumer<Source>> walk) {
        var failure = Optional.<Throwable>empty();
        try {
            walk.accept(this::submit);
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
        }
        try {
            queue.put(new Slot.End(failure));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void submit(Source source) {
        try {
            int weight = weight(source);
            memory.acquire(weight);
            queue.put(new Slot.Item(source, weight, readers.submit(() -> read.apply(source))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("walk interrupted");
        }
    }

    /**
     * Returns the memory a source needs, in kilobytes. One larger than the memory limit takes all of it, so it is read alone.
     */
    private int weight(Source source) {
        long size = source instanceof Source.Found found ? found.size() : 0;
        return Math.clamp(1 + size / KILO, 1, kilobytes);
    }

    private void drain(BiConsumer<Source, LetterRead> take) throws InterruptedException {
        while (true) {
            switch (queue.take()) {
                case Slot.End end -> {
                    end.failure().ifPresent(ReadAhead::rethrow);
                    return;
                }
                case Slot.Item item -> {
                    take.accept(item.source(), result(item.read()));
                    memory.release(item.kilobytes());
                }
            }
        }
    }

    private static LetterRead result(Future<LetterRead> read) throws InterruptedException {
        try {
            return read.get();
        } catch (ExecutionException e) {
            throw rethrow(e.getCause() == null ? e : e.getCause());
        }
    }

    private static IllegalStateException rethrow(Throwable failure) {
        switch (failure) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }
}
