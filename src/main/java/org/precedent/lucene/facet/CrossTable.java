package org.precedent.lucene.facet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.lucene.snapshot.BlockBits;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.OutcomeTable;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.SearchEngine;

/**
 * The cells of a cross table, summed row by row from the counts of pairs of value sets. Only the cells of one row are kept as counters; those
 * that are not empty are appended to a list, so that the table takes memory by them, however many pairs of values are possible. Not
 * thread-safe.
 */
final class CrossTable {
    private static final int WIDTH = CrossPairs.WIDTH;
    private static final int LETTERS = CrossPairs.LETTERS;

    private final List<String> first;
    private final List<String> second;
    private final int[] row;
    private final FixedBitSet counted;
    private final List<Cell> cells = new ArrayList<>();

    /** What is counted in each row, by its place: numbers of row {@code i} from {@code ends[i]} to {@code ends[i + 1]}. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, read by loops
    private record Rows(int[] ends, int[] numbers) {}

    /**
     * An empty table.
     *
     * @param first values of the first dimension, sorted
     * @param second values of the second dimension, sorted; {@link CrossAxis#NO_VALUES} where there is none
     */
    CrossTable(List<String> first, List<String> second) {
        this.first = first;
        this.second = second;
        this.row = new int[second.size() * WIDTH];
        this.counted = new FixedBitSet(Math.max(1, second.size()));
    }

    /**
     * The cells that are not empty, in the order of a table.
     *
     * @throws SearchEngine.TooCostly when there are more than {@link OutcomeTable#MAX_CELLS}, or the deadline passes first
     */
    List<Cell> sum(CrossPairs pairs, SearchDeadline deadline) {
        var slots = slots(pairs);
        var repeated = repeated(pairs.repeated());
        for (int value = 0; value < first.size(); value++) {
            deadline.check();
            for (int i = slots.ends[value]; i < slots.ends[value + 1]; i++) {
                add(pairs, slots.numbers[i]);
            }
            for (int i = repeated.ends[value]; i < repeated.ends[value + 1]; i++) {
                row[repeated.numbers[i] * WIDTH + LETTERS]--;
            }
            closeRow(first.get(value));
        }
        return sorted();
    }

    private Rows slots(CrossPairs pairs) {
        var ends = new int[first.size() + 1];
        for (int slot = 0; slot < pairs.slots(); slot++) {
            if (!pairs.isEmpty(slot)) {
                for (int value : pairs.first(slot)) {
                    ends[value + 1]++;
                }
            }
        }
        addUp(ends);
        var slots = new int[ends[ends.length - 1]];
        var filled = ends.clone();
        for (int slot = 0; slot < pairs.slots(); slot++) {
            if (!pairs.isEmpty(slot)) {
                for (int value : pairs.first(slot)) {
                    slots[filled[value]++] = slot;
                }
            }
        }
        return new Rows(ends, slots);
    }

    /** The places in the second dimension of repeated cells, by their row. */
    private Rows repeated(long... cells) {
        var ends = new int[first.size() + 1];
        for (long cell : cells) {
            ends[(int) (cell >>> Integer.SIZE) + 1]++;
        }
        addUp(ends);
        var places = new int[cells.length];
        var filled = ends.clone();
        for (long cell : cells) {
            places[filled[(int) (cell >>> Integer.SIZE)]++] = (int) cell;
        }
        return new Rows(ends, places);
    }

    private static void addUp(int... numbers) {
        for (int i = 1; i < numbers.length; i++) {
            numbers[i] += numbers[i - 1];
        }
    }

    private void add(CrossPairs pairs, int slot) {
        var counts = pairs.counts();
        int from = slot * WIDTH;
        for (int value : pairs.second(slot)) {
            counted.set(value);
            for (int i = 0; i < WIDTH; i++) {
                row[value * WIDTH + i] += counts[from + i];
            }
        }
    }

    private void closeRow(String value) {
        for (int at = BlockBits.next(counted, 0); at != BlockBits.NONE; at = BlockBits.next(counted, at + 1)) {
            if (cells.size() == OutcomeTable.MAX_CELLS) {
                throw new SearchEngine.TooCostly(String.format(
                        Locale.US,
                        "this table has more than %,d cells; narrow the search, or replace one of its dimensions",
                        OutcomeTable.MAX_CELLS));
            }
            var values = second.equals(CrossAxis.NO_VALUES) ? List.of(value) : List.of(value, second.get(at));
            cells.add(new Cell(values, counts(at * WIDTH)));
            Arrays.fill(row, at * WIDTH, (at + 1) * WIDTH, 0);
            counted.clear(at);
        }
    }

    private Counts counts(int cell) {
        int overturned = row[cell + CrossPairs.OVERTURNED];
        int partly = row[cell + CrossPairs.PARTLY_OVERTURNED];
        int issues = row[cell + CrossPairs.UPHELD] + overturned + partly;
        return new Counts(issues, row[cell + LETTERS], overturned, partly);
    }

    /** Cells are made in the order of their values, so that sorting needs to compare numbers alone. */
    private List<Cell> sorted() {
        var keys = new long[cells.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (Integer.MAX_VALUE - cells.get(i).counts().issues()) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        var sorted = new Cell[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = cells.get((int) keys[i]);
        }
        return List.of(sorted);
    }
}
