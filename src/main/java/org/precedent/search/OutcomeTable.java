package org.precedent.search;

import java.util.Comparator;
import java.util.List;
import org.precedent.search.facet.Dimension;

/**
 * Cross table of outcomes: how the issues of a search were decided, for each value, or pair of values, of one or two dimensions.
 *
 * <p>Constraints of the search on a decision or determination outcome are ignored, because a rate among overturned issues would always be
 * 100%. An issue counts in each of its values and in their ancestors, so cells overlap and do not add up to the total.
 *
 * @param by the dimensions, in the order of a cell's values; none, one or two
 * @param total all issues of the search, each once
 * @param cells without empty ones; by issues descending, then by values
 * @param omitted of each dimension, how many values have no cells because the table is cut, see {@link #MAX_CELLS}; 0 where it
 * is complete
 * @param words which set was counted where the query was plain words; a widened set ({@link Match#MOST}) allows no rate
 */
public record OutcomeTable(
        List<Dimension> by, Counts total, List<Cell> cells, List<Integer> omitted, SearchPage.Words words) {
    /** The most dimensions of a table. */
    public static final int MAX_DIMENSIONS = 2;

    /**
     * The most cells of a table of two dimensions. One that would have more, or that has more than {@value #MAX_SPARSITY} times as many
     * pairs of values, is cut to a {@link Block}.
     */
    public static final int MAX_CELLS = 1 << 18;

    /** How many pairs of values there may be for each cell that a table may have. */
    private static final int MAX_SPARSITY = 8;

    public OutcomeTable {
        by = List.copyOf(by);
        cells = List.copyOf(cells);
        omitted = List.copyOf(omitted);
    }

    /**
     * How many values of each dimension have cells in a table that is cut: those with the most issues, of equal ones the first in order.
     */
    public record Block(int rows, int columns) {}

    /**
     * Whether a table of two dimensions has too many pairs of values to look which of them have cells.
     *
     * @param rows values of the first
     * @param columns values of the second
     * @param most cells it may have
     */
    public static boolean isTooSparse(int rows, int columns, int most) {
        return (long) rows * columns > (long) MAX_SPARSITY * most;
    }

    /**
     * The block of a table of two dimensions.
     *
     * @param rows values of the first
     * @param columns values of the second
     * @param most cells it may have
     */
    public static Block block(int rows, int columns, int most) {
        if ((long) rows * columns <= most) {
            return new Block(rows, columns);
        }
        int side = (int) Math.sqrt(most);
        if (rows <= side) {
            return new Block(rows, most / Math.max(1, rows));
        }
        return columns <= side ? new Block(most / Math.max(1, columns), columns) : new Block(side, side);
    }

    /**
     * Numbers of issues by decision.
     *
     * @param issues all
     * @param determinations determinations with at least one of them
     * @param overturned issues with the decision Overturned
     * @param partlyOverturned issues with the decision Partly overturned
     */
    public record Counts(long issues, long determinations, long overturned, long partlyOverturned) {
        /** Of nothing. */
        public static final Counts ZERO = new Counts(0, 0, 0, 0);

        /** Issues with the decision Upheld. */
        public long upheld() {
            return issues - overturned - partlyOverturned;
        }

        /** The sums of counts of different determinations. */
        public Counts plus(Counts other) {
            return new Counts(
                    issues + other.issues,
                    determinations + other.determinations,
                    overturned + other.overturned,
                    partlyOverturned + other.partlyOverturned);
        }
    }

    /**
     * The outcomes for one value, or pair of values.
     *
     * @param values one a dimension, in their order; {@link org.precedent.search.facet.Facet#NOT_STATED} for "not stated"
     * @param counts exactly what {@link OutcomeSearches#cellSearch} finds, and with the decision Overturned chosen in addition, as
     * overturned
     */
    public record Cell(List<String> values, Counts counts) {
        /** The order of a table. */
        public static final Comparator<Cell> ORDER =
                Comparator.comparingLong((Cell c) -> -c.counts.issues).thenComparing(Cell::values, Cell::compareValues);

        public Cell {
            values = List.copyOf(values);
        }

        private static int compareValues(List<String> left, List<String> right) {
            for (int i = 0; i < left.size(); i++) {
                int order = left.get(i).compareTo(right.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }
}
