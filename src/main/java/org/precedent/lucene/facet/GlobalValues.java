package org.precedent.lucene.facet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.precedent.lucene.snapshot.CodedColumn;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.facet.Dimension;

/**
 * The values of a column across all segments of a snapshot, sorted; a value's number is its index in the list. Immutable.
 */
final class GlobalValues {
    private final List<String> values;
    private final int[][] bySegment;

    /**
     * Numbers the values of a column.
     *
     * @param segments the column in each segment
     */
    GlobalValues(List<? extends CodedColumn> segments) {
        Set<String> distinct = new HashSet<>();
        segments.forEach(column -> distinct.addAll(column.values()));
        var sorted = distinct.toArray(String[]::new);
        Arrays.sort(sorted);
        this.values = List.of(sorted);
        Map<String, Integer> numbers = HashMap.newHashMap(sorted.length);
        for (var value : sorted) {
            numbers.put(value, numbers.size());
        }
        this.bySegment = segments.stream()
                .map(column -> column.values().stream()
                        .mapToInt(value -> numbers.getOrDefault(value, -1))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Returns the values of a dimension, numbered on first use. */
    static GlobalValues of(IndexSnapshot snapshot, Dimension dimension) {
        return snapshot.computeOnce(
                "global values of " + dimension,
                () -> new GlobalValues(IntStream.range(0, snapshot.segments().size())
                        .mapToObj(segment -> snapshot.column(segment, dimension))
                        .toList()));
    }

    /** All values, sorted. */
    List<String> values() {
        return values;
    }

    /** The global number of each value of a segment, by its index in the segment's column. */
    int[] numbers(int segment) {
        return bySegment[segment];
    }
}
