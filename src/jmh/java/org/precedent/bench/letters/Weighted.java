package org.precedent.bench.letters;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Values to draw at random, each with its weight.
 */
final class Weighted<T> {
    private final List<T> values;
    private final double[] upTo;

    private Weighted(List<T> values, double[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    static <T> Weighted<T> by(List<T> values, ToDoubleFunction<T> weight) {
        return new Weighted<>(
                List.copyOf(values), summed(values.stream().mapToDouble(weight).toArray()));
    }

    static <T> Weighted<T> evenly(List<T> values) {
        return by(values, v -> 1);
    }

    /** Values whose frequency falls with their rank (Zipf's law); with {@code firstRank} 1, the n-th is n times as rare as the first. */
    static <T> Weighted<T> zipf(List<T> values, int firstRank) {
        var weights = new double[values.size()];
        Arrays.setAll(weights, i -> 1.0 / (i + firstRank));
        return new Weighted<>(List.copyOf(values), summed(weights));
    }

    T draw(RandomGenerator random) {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return values.get(at < 0 ? -at - 1 : Math.min(at + 1, values.size() - 1));
    }

    private static double[] summed(double[] weights) {
        Arrays.parallelPrefix(weights, Double::sum);
        return weights;
    }
}
