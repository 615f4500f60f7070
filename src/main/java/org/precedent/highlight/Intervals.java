package org.precedent.highlight;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Intervals of token positions in one text, sorted by last position, shortest first on ties.
 */
final class Intervals {
    static final Intervals NONE = at(new int[0]);

    private final int[] firsts;
    private final int[] lasts;

    /**
     * An interval of positions, inclusive.
     *
     * @param first first position
     * @param last last position
     */
    record Interval(int first, int last) {}

    private Intervals(int[] firsts, int[] lasts) {
        this.firsts = firsts;
        this.lasts = lasts;
    }

    /**
     * Single-position intervals.
     *
     * @param positions in ascending order
     */
    static Intervals at(int[] positions) {
        return new Intervals(positions, positions);
    }

    /**
     * Intervals of adjacent words.
     *
     * @param words ascending positions of each word
     */
    static Intervals adjacent(List<int[]> words) {
        var found = new Builder();
        for (int position : words.getFirst()) {
            int next = 1;
            while (next < words.size() && Arrays.binarySearch(words.get(next), position + next) >= 0) {
                next++;
            }
            if (next == words.size()) {
                found.add(position, position + next - 1);
            }
        }
        return found.sorted();
    }

    /** The distinct intervals of several lists. */
    static Intervals union(List<Intervals> lists) {
        if (lists.size() == 1) {
            return lists.getFirst();
        }
        var all = new Builder();
        for (var list : lists) {
            for (int i = 0; i < list.size(); i++) {
                all.add(list.first(i), list.last(i));
            }
        }
        return all.sorted();
    }

    /** The intervals that contain no other interval; their first and last positions both ascend. */
    Intervals minimal() {
        if (Arrays.equals(firsts, lasts)) {
            return this;
        }
        var kept = new Builder();
        int latest = -1;
        for (int i = 0; i < size(); i++) {
            if (firsts[i] > latest) {
                latest = firsts[i];
                kept.add(firsts[i], lasts[i]);
            }
        }
        return kept.sorted();
    }

    /** The intervals that satisfy a predicate. */
    Intervals filter(Predicate<Interval> filter) {
        var kept = new Builder();
        stream().filter(filter).forEach(one -> kept.add(one.first(), one.last()));
        return kept.sorted();
    }

    /** Whether one of the intervals, which must be minimal, contains another. */
    boolean anyContains(Interval other) {
        int candidate = startingFrom(other.first() + 1) - 1;
        return candidate >= 0 && lasts[candidate] >= other.last();
    }

    Stream<Interval> stream() {
        return IntStream.range(0, size()).mapToObj(this::get);
    }

    int size() {
        return lasts.length;
    }

    int first(int index) {
        return firsts[index];
    }

    int last(int index) {
        return lasts[index];
    }

    Interval get(int index) {
        return new Interval(firsts[index], lasts[index]);
    }

    /** The index of the first interval that ends at or after a position; {@code size()} if there is none. */
    int endingFrom(int position) {
        return lowerBound(lasts, position);
    }

    /** The index of the first interval that starts at or after a position; the intervals must be minimal. */
    int startingFrom(int position) {
        return lowerBound(firsts, position);
    }

    /** The first positions in ascending order. */
    int[] sortedFirsts() {
        var sorted = firsts.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The index of the first element not less than a value; the array length if there is none. */
    static int lowerBound(int[] ascending, int value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Collects intervals added in any order. */
    static final class Builder {
        private long[] keys = new long[8];
        private int size;

        void add(int first, int last) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
            }
            keys[size++] = ((long) last << Integer.SIZE) | (Integer.MAX_VALUE - first);
        }

        Intervals sorted() {
            Arrays.sort(keys, 0, size);
            var firsts = new int[size];
            var lasts = new int[size];
            int count = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || keys[i] != keys[i - 1]) {
                    firsts[count] = Integer.MAX_VALUE - (int) keys[i];
                    lasts[count++] = (int) (keys[i] >>> Integer.SIZE);
                }
            }
            return new Intervals(Arrays.copyOf(firsts, count), Arrays.copyOf(lasts, count));
        }
    }
}
