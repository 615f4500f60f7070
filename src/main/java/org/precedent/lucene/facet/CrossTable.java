package org.precedent.lucene.facet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.precedent.determination.Decision;
import org.precedent.search.OutcomeTable.Block;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;

/**
 * The counters of a cross table. The values at the leading positions of both axes form a dense block; the cells of other values are kept in
 * a hash table and dropped when the table exceeds its maximum number of cells. Not thread-safe.
 */
final class CrossTable {
    /** Offset of the determination count in a cell, after the issue counts by {@link #decisionIndex}. */
    private static final int LETTERS = 3;

    /** Offset of the number of the determination counted last. */
    private static final int LAST = 4;

    private static final int WIDTH = 5;

    /** Bits of a cell number in a sort key. */
    private static final int CELL_BITS = 20;

    /** Bits of a value's sort number in a sort key. */
    private static final int ORDER_BITS = 21;

    private final int rows;
    private final int columns;
    private final int most;
    private final PairNumbers others = new PairNumbers();
    private int[] counts;
    private boolean truncated;

    /**
     * Creates an empty table.
     *
     * @param block number of positions of each axis in the dense block
     * @param maximum maximum number of cells
     */
    CrossTable(Block block, int maximum) {
        this.rows = block.rows();
        this.columns = block.columns();
        this.most = maximum;
        this.counts = new int[rows * columns * WIDTH];
    }

    /** The offset of a decision's counter in a cell. */
    static int decisionIndex(Decision decision) {
        return switch (decision) {
            case UPHELD -> 0;
            case OVERTURNED -> 1;
            case PARTLY_OVERTURNED -> 2;
        };
    }

    /**
     * Counts an issue.
     *
     * @param first positions of its values on the first axis
     * @param second positions on the second axis, those in the block first
     * @param decision its {@link #decisionIndex}
     * @param letter number of its determination, from 1; issues of a determination must be added consecutively
     */
    void add(int[] first, int[] second, int decision, int letter) {
        int common = 0;
        while (common < second.length && second[common] < columns) {
            common++;
        }
        for (int row : first) {
            int counted = row < rows ? common : 0;
            for (int i = 0; i < counted; i++) {
                count((row * columns + second[i]) * WIDTH, decision, letter);
            }
            for (int i = counted; i < second.length && !truncated; i++) {
                addOther(row, second[i], decision, letter);
            }
        }
    }

    private void count(int cell, int decision, int letter) {
        counts[cell + decision]++;
        counts[cell + LETTERS] += counts[cell + LAST] == letter ? 0 : 1;
        counts[cell + LAST] = letter;
    }

    private void addOther(int row, int column, int decision, int letter) {
        int cell = rows * columns + others.number((long) row << Integer.SIZE | column);
        if (others.size() > most) {
            truncated = true;
            return;
        }
        if (cell * WIDTH >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(cell * 2, 1 << 10) * WIDTH);
        }
        count(cell * WIDTH, decision, letter);
    }

    /** Stops counting cells outside the block, as if the limit were exceeded. */
    void truncate() {
        truncated = true;
    }

    /** Whether cells outside the block are no longer counted, because the limit was exceeded or {@link #truncate} was called. */
    boolean isTruncated() {
        return truncated;
    }

    /**
     * Returns the nonempty cells by issue count, then by values; only those of the block if the table was cut.
     */
    List<Cell> cells(CrossAxis first, CrossAxis second) {
        var filled = filled();
        truncated |= others.size() > 0 && filled.length + others.size() > most;
        if (!truncated && others.size() > 0) {
            filled = mergeOthers(filled, first, second);
        }
        var keys = new long[filled.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (Integer.MAX_VALUE - issues(filled[i])) << Integer.SIZE | i;
        }
        Arrays.sort(keys);
        var cells = new Cell[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int cell = filled[(int) keys[i]];
            cells[i] = new Cell(values(cell, first, second), counts(cell));
        }
        return List.of(cells);
    }

    /** The nonempty cells of the block in value order. */
    private int[] filled() {
        return IntStream.range(0, rows * columns)
                .filter(cell -> counts[cell * WIDTH + LETTERS] > 0)
                .toArray();
    }

    /** Merges the cells of the block with all others, which are in insertion order, and sorts them by value. */
    private int[] mergeOthers(int[] block, CrossAxis first, CrossAxis second) {
        var keys = new long[block.length + others.size()];
        for (int i = 0; i < keys.length; i++) {
            int cell = i < block.length ? block[i] : rows * columns + i - block.length;
            long order = (long) first.order(row(cell)) << ORDER_BITS | second.order(column(cell));
            keys[i] = order << CELL_BITS | cell;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys)
                .mapToInt(key -> (int) key & (1 << CELL_BITS) - 1)
                .toArray();
    }

    private int row(int cell) {
        int other = cell - rows * columns;
        return other < 0 ? cell / columns : (int) (others.pair(other) >>> Integer.SIZE);
    }

    private int column(int cell) {
        int other = cell - rows * columns;
        return other < 0 ? cell % columns : (int) others.pair(other);
    }

    private List<String> values(int cell, CrossAxis first, CrossAxis second) {
        return second.dimension().isEmpty()
                ? List.of(first.value(row(cell)))
                : List.of(first.value(row(cell)), second.value(column(cell)));
    }

    private long issues(int cell) {
        int from = cell * WIDTH;
        return (long) counts[from] + counts[from + 1] + counts[from + 2];
    }

    private Counts counts(int cell) {
        int from = cell * WIDTH;
        return new Counts(
                issues(cell),
                counts[from + LETTERS],
                counts[from + decisionIndex(Decision.OVERTURNED)],
                counts[from + decisionIndex(Decision.PARTLY_OVERTURNED)]);
    }

    /**
     * Maps pairs of positions to consecutive numbers in insertion order: a hash table with open addressing. Not thread-safe.
     */
    private static final class PairNumbers {
        private static final int FIRST_CAPACITY = 1 << 10;
        private static final int EMPTY_SLOT = -1;

        private int[] table = new int[2 * FIRST_CAPACITY];
        private long[] pairs = new long[FIRST_CAPACITY];
        private int size;

        PairNumbers() {
            Arrays.fill(table, EMPTY_SLOT);
        }

        int size() {
            return size;
        }

        long pair(int number) {
            return pairs[number];
        }

        int number(long pair) {
            int at = slot(pair);
            if (table[at] == EMPTY_SLOT) {
                if (size == pairs.length) {
                    grow();
                    at = slot(pair);
                }
                pairs[size] = pair;
                table[at] = size++;
            }
            return table[at];
        }

        private int slot(long pair) {
            int mask = table.length - 1;
            int at = Long.hashCode(pair * 0x9E3779B97F4A7C15L) & mask;
            while (table[at] != EMPTY_SLOT && pairs[table[at]] != pair) {
                at = (at + 1) & mask;
            }
            return at;
        }

        private void grow() {
            pairs = Arrays.copyOf(pairs, 2 * size);
            table = new int[4 * size];
            Arrays.fill(table, EMPTY_SLOT);
            for (int number = 0; number < size; number++) {
                table[slot(pairs[number])] = number;
            }
        }
    }
}
