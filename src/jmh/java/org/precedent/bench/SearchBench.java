package org.precedent.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Runs a stream of searches several times in varying order and records costs by class.
 */
final class SearchBench {
    private final List<BenchQuery> stream;
    private final int rounds;

    SearchBench(List<BenchQuery> stream, int rounds) {
        this.stream = stream;
        this.rounds = rounds;
    }

    /** Runs the stream unmeasured for at least this many seconds. */
    SearchBench warm(Consumer<BenchQuery> work, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        do {
            stream.forEach(work);
        } while (System.nanoTime() < end);
        return this;
    }

    /** Runs the stream. Returns costs by class, in the order of the classes. */
    Map<QueryClass, Samples> run(Consumer<BenchQuery> work) {
        var meters = new EnumMap<QueryClass, Meter>(QueryClass.class);
        var order = new ArrayList<>(stream);
        var random = new Random(rounds);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (var query : order) {
                meters.computeIfAbsent(query.kind(), k -> new Meter(rounds * stream.size()))
                        .run(() -> work.accept(query));
            }
        }
        var samples = new EnumMap<QueryClass, Samples>(QueryClass.class);
        meters.forEach((kind, meter) -> samples.put(kind, meter.samples()));
        return samples;
    }
}
