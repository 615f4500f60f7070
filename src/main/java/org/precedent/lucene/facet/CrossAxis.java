package org.precedent.lucene.facet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.precedent.lucene.snapshot.CodedColumn;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.facet.Dimension;

/**
 * One axis of a cross table: maps each value with cells to a position, and each value set of a segment to the positions of its values.
 * Immutable.
 */
final class CrossAxis {
    private static final int[] FIRST = {0};

    /** Value numbers (see {@link GlobalValues}) by position. */
    private final int[] numbers;

    /** Number of leading positions that hold the most common values. */
    private final int common;

    private final Optional<Column> column;

    /**
     * The column of a dimension in all segments.
     *
     * @param values numbered values of all segments
     */
    private record Column(IndexSnapshot view, Dimension dimension, GlobalValues values) {
        CodedColumn in(int segment) {
            return view.column(segment, dimension);
        }
    }

    private CrossAxis(Optional<Column> column, int common, int... numbers) {
        this.column = column;
        this.common = common;
        this.numbers = numbers;
    }

    /** Placeholder for a missing second dimension: one value that every issue has. */
    static CrossAxis none() {
        return new CrossAxis(Optional.empty(), 1, 0);
    }

    /**
     * Creates the axis of a dimension with its values in order.
     *
     * @param filter selects the values that get cells
     */
    static CrossAxis of(IndexSnapshot view, Dimension dimension, Predicate<String> filter) {
        var values = GlobalValues.of(view, dimension);
        var retained = IntStream.range(0, values.values().size())
                .filter(number -> filter.test(values.values().get(number)))
                .toArray();
        return new CrossAxis(Optional.of(new Column(view, dimension, values)), retained.length, retained);
    }

    /** Returns a copy without the values that no issue has. */
    CrossAxis occurring(long... issues) {
        var retained = IntStream.range(0, numbers.length)
                .filter(place -> issues[place] > 0)
                .map(place -> numbers[place])
                .toArray();
        return new CrossAxis(column, retained.length, retained);
    }

    /**
     * Returns a copy with the most common values first; within both parts the values stay in order.
     *
     * @param maximum number of values that come first
     * @param issues number of issues by position
     */
    CrossAxis mostCommonFirst(int maximum, long... issues) {
        var places = IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingLong(place -> -issues[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        int end = Math.min(maximum, places.length);
        Arrays.sort(places, 0, end);
        Arrays.sort(places, end, places.length);
        return new CrossAxis(
                column, end, Arrays.stream(places).map(p -> numbers[p]).toArray());
    }

    /** Returns a copy restricted to the leading positions. */
    CrossAxis first() {
        return common == numbers.length ? this : new CrossAxis(column, common, Arrays.copyOf(numbers, common));
    }

    /** The number of positions. */
    int size() {
        return numbers.length;
    }

    /** The dimension; empty for {@link #none}. */
    Optional<Dimension> dimension() {
        return column.map(Column::dimension);
    }

    /** The value at a position. */
    String value(int place) {
        return column.orElseThrow().values().values().get(numbers[place]);
    }

    /** The sort key of the value at a position. */
    int order(int place) {
        return numbers[place];
    }

    /** The positions of each value set of a segment, by value set id; within a set, leading positions come first. */
    int[][] places(int segment) {
        return column.map(c -> places(c.in(segment).combinations(), c.values().numbers(segment)))
                .orElseGet(() -> new int[][] {FIRST});
    }

    private int[][] places(int[][] sets, int... ofColumn) {
        int bound = Arrays.stream(ofColumn).max().orElse(-1) + 1;
        var placeOf = new int[bound];
        Arrays.fill(placeOf, -1);
        for (int place = 0; place < numbers.length; place++) {
            if (numbers[place] < bound) {
                placeOf[numbers[place]] = place;
            }
        }
        return Arrays.stream(sets).map(set -> places(set, ofColumn, placeOf)).toArray(int[][]::new);
    }

    private int[] places(int[] set, int[] ofColumn, int... placeOf) {
        var places = new int[set.length];
        int count = 0;
        int first = 0;
        for (int value : set) {
            int place = placeOf[ofColumn[value]];
            if (place >= 0) {
                places[count++] = place;
            }
            if (place >= 0 && place < common) {
                places[count - 1] = places[first];
                places[first++] = place;
            }
        }
        return count == places.length ? places : Arrays.copyOf(places, count);
    }

    /** The value set ids of a batch of documents. */
    int[] read(int segment, DocBatches docs) {
        return column.map(c -> docs.read(c.in(segment))).orElseGet(() -> new int[docs.count()]);
    }
}
