package org.precedent.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * What clients observed: number of responses by status, and response times.
 */
final class ResponseTally {
    private static final double MILLION = 1e6;

    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final long[] nanos = new long[1 << 20];
    private final AtomicInteger taken = new AtomicInteger();

    /** Records an expected response, which includes a refusal under load. */
    void answered(int status, long took) {
        count(Integer.toString(status));
        nanos[Math.min(nanos.length - 1, taken.getAndIncrement())] = took;
    }

    /** Records an error. */
    void wrong(String what) {
        count("wrong: " + what);
    }

    long count(int status) {
        var counted = answers.get(Integer.toString(status));
        return counted == null ? 0 : counted.sum();
    }

    long wrong() {
        return answers.entrySet().stream()
                .filter(e -> e.getKey().startsWith("wrong"))
                .mapToLong(e -> e.getValue().sum())
                .sum();
    }

    long all() {
        return Math.min(nanos.length, taken.get());
    }

    private void count(String what) {
        answers.computeIfAbsent(what, w -> new LongAdder()).increment();
    }

    private double milliseconds(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / MILLION;
    }

    @Override
    public String toString() {
        var sorted = Arrays.copyOf(nanos, (int) all());
        Arrays.sort(sorted);
        return "%d requests, p50 %.1f ms, p99 %.1f ms, longest %.1f ms, answers %s"
                .formatted(
                        sorted.length,
                        milliseconds(sorted, 0.5),
                        milliseconds(sorted, 0.99),
                        milliseconds(sorted, 1),
                        new TreeMap<>(answers));
    }
}
