package org.precedent.search;

import java.util.Comparator;
import java.util.List;
import org.precedent.search.facet.Dimension;

/**
 * Cross-tabulation of outcomes: how the issues of a search were decided, for each value, or pair of values, of one or two dimensions.
 *
 * <p>Constraints of the search on a decision or determination outcome are ignored, because a rate among overturned issues would always be
 * 100%. An issue counts toward each of its values and their ancestors, so cells overlap and do not add up to the total.
 *
 * @param by the dimensions, in the order of a cell's values; none, one or two
 * @param total counts over all issues of the search, each counted once
 * @param cells the cells that are not empty; by issues descending, then by values
 * @param omitted for each dimension, the number of values without cells because the table was cut, see {@link #MAX_CELLS}; 0 if it is
 *     complete
 * @param words which set was counted for a plain-word query; no rates can be computed from a widened set ({@link Match#MOST})
 */
public record OutcomeTable(
        List<Dimension> by, Counts total, List<Cell> cells, List<Integer> omitted, SearchPage.Words words) {
    /** Maximum number of dimensions of a table. */
    public static final int MAX_DIMENSIONS = 2;

    /**
     * Maximum number of cells of a table of two dimensions. A table that would have more, or has more than {@value #MAX_SPARSITY} times as
     * many pairs of values, is cut to a {@link Block}.
     */
    public static final int MAX_CELLS = 1 << 18;

    /** Maximum number of pairs of values per cell that a table may have. */
    private static final int MAX_SPARSITY = 8;

    public OutcomeTable {
        by = List.copyOf(by);
        cells = List.copyOf(cells);
        omitted = List.copyOf(omitted);
    }

    /**
     * The number of values per dimension that have cells in a cut table: those with the most issues; of values with equal counts, the first
     * in order.
     */
    public record Block(int rows, int columns) {}

    /**
     * Whether a table of two dimensions has too many pairs of values to check which of them have issues.
     *
     * @param rows number of values of the first dimension
     * @param columns number of values of the second dimension
     * @param maximum maximum number of cells
     */
    public static boolean isTooSparse(int rows, int columns, int maximum) {
        return (long) rows * columns > (long) MAX_SPARSITY * maximum;
    }

    /**
     * The block to which a table of two dimensions is cut; the whole table if it fits.
     *
     * @param rows number of values of the first dimension
     * @param columns number of values of the second dimension
     * @param maximum maximum number of cells
     */
    public static Block block(int rows, int columns, int maximum) {
        if ((long) rows * columns <= maximum) {
            return new Block(rows, columns);
        }
        int side = (int) Math.sqrt(maximum);
        if (rows <= side) {
            return new Block(rows, maximum / Math.max(1, rows));
        }
        return columns <= side ? new Block(maximum / Math.max(1, columns), columns) : new Block(side, side);
    }

    /**
     * Issue counts by decision.
     *
     * @param issues all issues
     * @param determinations determinations with at least one of them
     * @param overturned issues with the decision Overturned
     * @param partlyOverturned issues with the decision Partly overturned
     */
    public record Counts(long issues, long determinations, long overturned, long partlyOverturned) {
        /** All counts are 0. */
        public static final Counts ZERO = new Counts(0, 0, 0, 0);

        /** Issues with the decision Upheld. */
        public long upheld() {
            return issues - overturned - partlyOverturned;
        }

        /** The sum of both counts, which must be of different determinations. */
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
     * @param values one per dimension, in the order of dimensions; {@link org.precedent.search.facet.Facet#NOT_STATED} for "not stated"
     * @param counts exactly what {@link OutcomeSearches#cellSearch} finds; {@code overturned} is what it finds with the decision Overturned
     *     also chosen
     */
    public record Cell(List<String> values, Counts counts) {
        /** Order of the cells of a table. */
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
