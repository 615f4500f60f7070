package org.precedent.lucene.facet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.precedent.determination.Decision;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;

/**
 * The cells of a cross table over all segments: per pair of values the issues by decision and the determinations. Not thread-safe.
 */
final class CrossCells {
    /** Numbers per cell: issues by decision, then determinations. */
    static final int WIDTH = 4;

    /** Where determinations are counted. */
    static final int LETTERS = 3;

    private static final int UPHELD = 0;
    private static final int OVERTURNED = 1;
    private static final int PARTLY_OVERTURNED = 2;

    private final List<String> first;
    private final List<String> second;
    private final int[] counts;
    private final int[] lastLetter;

    /**
     * Empty cells.
     *
     * @param first values of the first dimension
     * @param second values of the second dimension
     */
    CrossCells(List<String> first, List<String> second) {
        this.first = first;
        this.second = second;
        int size = Math.multiplyExact(first.size(), second.size());
        this.counts = new int[Math.multiplyExact(size, WIDTH)];
        this.lastLetter = new int[size];
        Arrays.fill(lastLetter, -1);
    }

    /** Where a decision is counted. */
    static int place(Decision decision) {
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
     */
    void add(int firstValue, int secondValue, int decision, int letter) {
        int cell = firstValue * second.size() + secondValue;
        counts[cell * WIDTH + decision]++;
        if (lastLetter[cell] != letter) {
            lastLetter[cell] = letter;
            counts[cell * WIDTH + LETTERS]++;
        }
    }

    /** Adds the {@link #WIDTH} numbers from a place on. */
    void add(int firstValue, int secondValue, int[] numbers, int from) {
        int cell = (firstValue * second.size() + secondValue) * WIDTH;
        for (int i = 0; i < WIDTH; i++) {
            counts[cell + i] += numbers[from + i];
        }
    }

    /**
     * The cells that are not empty, in the order of a table.
     *
     * @param dimensions how many values a cell has
     */
    List<Cell> list(int dimensions) {
        var cells = new ArrayList<Cell>();
        for (int a = 0; a < first.size(); a++) {
            for (int b = 0; b < second.size(); b++) {
                var numbers = at((a * second.size() + b) * WIDTH);
                if (numbers.issues() > 0) {
                    cells.add(new Cell(List.of(first.get(a), second.get(b)).subList(0, dimensions), numbers));
                }
            }
        }
        cells.sort(Cell.ORDER);
        return cells;
    }

    private Counts at(int cell) {
        int overturned = counts[cell + OVERTURNED];
        int partly = counts[cell + PARTLY_OVERTURNED];
        int issues = counts[cell + UPHELD] + overturned + partly;
        return issues == 0 ? Counts.ZERO : new Counts(issues, counts[cell + LETTERS], overturned, partly);
    }
}
