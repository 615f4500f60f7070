package org.precedent.lucene.facet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.precedent.lucene.snapshot.CodedColumn;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.facet.Dimension;

/**
 * One dimension of a cross table over all segments of an index: its values, and the sets of values that issues have, numbered over all
 * segments.
 */
final class CrossAxis {
    /** The values of {@link #NONE}. */
    static final List<String> NO_VALUES = List.of("");

    /** Instead of a second dimension: every issue has the same value, which no cell names. */
    static final CrossAxis NONE = new CrossAxis(NO_VALUES);

    private final List<String> values;
    private final List<CodedColumn> columns = new ArrayList<>();
    /** The number of each segment's value sets. */
    private final List<int[]> numbers = new ArrayList<>();

    private final Map<List<Integer>, Integer> sets = new HashMap<>();

    private CrossAxis(List<String> values) {
        this.values = values;
    }

    /**
     * Reads the columns of a dimension.
     *
     * @param wanted whether there are cells of a value; others are left out
     */
    static CrossAxis of(IndexSnapshot view, Dimension dimension, Predicate<String> wanted) {
        var columns = IntStream.range(0, view.segments().size())
                .mapToObj(segment -> view.column(segment, dimension))
                .toList();
        var values = new TreeSet<String>();
        columns.forEach(column -> values.addAll(column.values()));
        values.removeIf(value -> !wanted.test(value));
        var axis = new CrossAxis(List.copyOf(values));
        columns.forEach(axis::add);
        return axis;
    }

    private void add(CodedColumn column) {
        var places = column.values().stream()
                .map(value -> Collections.binarySearch(values, value))
                .toList();
        columns.add(column);
        numbers.add(Arrays.stream(column.combinations())
                .map(set -> Arrays.stream(set)
                        .mapToObj(places::get)
                        .filter(place -> place >= 0)
                        .sorted()
                        .toList())
                .mapToInt(set -> sets.computeIfAbsent(set, s -> sets.size()))
                .toArray());
    }

    /** All values that have cells, sorted. */
    List<String> values() {
        return values;
    }

    /** The places in {@link #values} of the values of each set, by its number. */
    int[][] sets() {
        if (columns.isEmpty()) {
            return new int[][] {{0}};
        }
        var all = new int[sets.size()][];
        sets.forEach((places, number) ->
                all[number] = places.stream().mapToInt(Integer::intValue).toArray());
        return all;
    }

    /**
     * The numbers of the value sets of documents of a segment.
     *
     * @param docs the first {@code count} are documents
     * @param into where the numbers go
     */
    void read(int segment, int[] docs, int count, int[] into) {
        if (columns.isEmpty()) {
            return;
        }
        columns.get(segment).codes(docs, count, into);
        var numberOf = numbers.get(segment);
        for (int i = 0; i < count; i++) {
            into[i] = numberOf[into[i]];
        }
    }
}
