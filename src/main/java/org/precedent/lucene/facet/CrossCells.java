package org.precedent.lucene.facet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Decision;
import org.precedent.search.OutcomeTable;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.SearchEngine;

/**
 * The cells of a cross table over all segments: per pair of values the issues by decision and the determinations. A table with many
 * possible pairs keeps only those that are not empty. Not thread-safe.
 */
final class CrossCells {
    /** Numbers per cell: issues by decision, then determinations. */
    static final int WIDTH = 4;

    /** Where determinations are counted. */
    static final int LETTERS = 3;

    private static final int UPHELD = 0;
    private static final int OVERTURNED = 1;
    private static final int PARTLY_OVERTURNED = 2;

    /** Up to this many possible pairs (20 MB), each has its place; a table of more is sparse. */
    private static final int MOST_DENSE = 1 << 20;

    private static final int FIRST_SPARSE = 1 << 10;

    private final List<String> first;
    private final List<String> second;
    private final @Nullable CellSlots slots;
    private int[] counts;
    private int[] lastLetter;

    /**
     * Empty cells.
     *
     * @param first values of the first dimension
     * @param second values of the second dimension
     */
    CrossCells(List<String> first, List<String> second) {
        this(first, second, MOST_DENSE);
    }

    /**
     * The same with another bound of what is dense.
     */
    CrossCells(List<String> first, List<String> second, int mostDense) {
        this.first = first;
        this.second = second;
        long pairs = (long) first.size() * second.size();
        this.slots = pairs > mostDense ? new CellSlots() : null;
        int size = slots == null ? (int) pairs : FIRST_SPARSE;
        this.counts = new int[size * WIDTH];
        this.lastLetter = new int[size];
        Arrays.fill(lastLetter, -1);
    }

    /** Where a decision is counted. */
    static int outcomeIndex(Decision decision) {
        return switch (decision) {
            case UPHELD -> UPHELD;
            case OVERTURNED -> OVERTURNED;
            case PARTLY_OVERTURNED -> PARTLY_OVERTURNED;
        };
    }

    /**
     * Counts an issue, and its determination unless it was the last one counted here.
     *
     * @param letter different for every determination of the index
     * @throws SearchEngine.TooCostly when the table has too many cells
     */
    void add(int firstValue, int secondValue, int decision, int letter) {
        int slot = slot(firstValue, secondValue);
        counts[slot * WIDTH + decision]++;
        if (lastLetter[slot] != letter) {
            lastLetter[slot] = letter;
            counts[slot * WIDTH + LETTERS]++;
        }
    }

    /**
     * Adds the {@link #WIDTH} numbers from a place on.
     *
     * @throws SearchEngine.TooCostly when the table has too many cells
     */
    void add(int firstValue, int secondValue, int[] numbers, int from) {
        int at = slot(firstValue, secondValue) * WIDTH;
        for (int i = 0; i < WIDTH; i++) {
            counts[at + i] += numbers[from + i];
        }
    }

    private int slot(int firstValue, int secondValue) {
        long cell = (long) firstValue * second.size() + secondValue;
        if (slots == null) {
            return (int) cell;
        }
        int slot = slots.slot(cell);
        if (slot == lastLetter.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
            lastLetter = Arrays.copyOf(lastLetter, 2 * slot);
            Arrays.fill(lastLetter, slot, lastLetter.length, -1);
        }
        return slot;
    }

    /**
     * The cells that are not empty, in the order of a table.
     *
     * @param dimensions how many values a cell has
     */
    List<Cell> list(int dimensions) {
        var pairs = slots == null ? LongStream.range(0, lastLetter.length).toArray() : slots.bySlot();
        var cells = new ArrayList<Cell>();
        IntStream.range(0, pairs.length).forEach(slot -> {
            var numbers = at(slot * WIDTH);
            if (numbers.issues() > 0) {
                var values = List.of(first.get((int) (pairs[slot] / second.size())), second.get((int)
                        (pairs[slot] % second.size())));
                cells.add(new Cell(values.subList(0, dimensions), numbers));
            }
        });
        cells.sort(Cell.ORDER);
        return cells;
    }

    private Counts at(int cell) {
        int overturned = counts[cell + OVERTURNED];
        int partly = counts[cell + PARTLY_OVERTURNED];
        int issues = counts[cell + UPHELD] + overturned + partly;
        return issues == 0 ? Counts.ZERO : new Counts(issues, counts[cell + LETTERS], overturned, partly);
    }

    /**
     * Maps the cells of a cross table to consecutive numbers in the order in which they are first counted: a hash table with open addressing,
     * so that a table of two long dimensions takes memory by its cells that are not empty. Not thread-safe.
     */
    private static final class CellSlots {
        private static final int FIRST_CAPACITY = 1 << 12;
        private static final long FREE = -1;

        private long[] cells = new long[FIRST_CAPACITY];
        private int[] slots = new int[FIRST_CAPACITY];
        private int size;

        CellSlots() {
            Arrays.fill(cells, FREE);
        }

        /**
         * The number of a cell, a new one where it is met for the first time.
         *
         * @param cell not negative
         * @throws SearchEngine.TooCostly when there are more than {@link OutcomeTable#MAX_CELLS}
         */
        int slot(long cell) {
            int at = place(cell);
            if (cells[at] == FREE) {
                if (size == OutcomeTable.MAX_CELLS) {
                    throw new SearchEngine.TooCostly(String.format(
                            java.util.Locale.US,
                            "this table has more than %,d cells; narrow the search, or replace one of its dimensions",
                            OutcomeTable.MAX_CELLS));
                }
                if (2 * size >= cells.length) {
                    grow();
                    at = place(cell);
                }
                cells[at] = cell;
                slots[at] = size++;
            }
            return slots[at];
        }

        /** The cells by their numbers. */
        long[] bySlot() {
            var found = new long[size];
            for (int i = 0; i < cells.length; i++) {
                if (cells[i] != FREE) {
                    found[slots[i]] = cells[i];
                }
            }
            return found;
        }

        private int place(long cell) {
            int mask = cells.length - 1;
            int at = Long.hashCode(cell * 0x9E3779B97F4A7C15L) & mask;
            while (cells[at] != FREE && cells[at] != cell) {
                at = (at + 1) & mask;
            }
            return at;
        }

        private void grow() {
            var known = cells;
            var numbers = slots;
            cells = new long[2 * known.length];
            slots = new int[2 * known.length];
            Arrays.fill(cells, FREE);
            for (int i = 0; i < known.length; i++) {
                if (known[i] != FREE) {
                    int at = place(known[i]);
                    cells[at] = known[i];
                    slots[at] = numbers[i];
                }
            }
        }
    }
}
