package org.precedent.lucene.facet;

import java.util.Arrays;
import org.precedent.search.OutcomeTable;
import org.precedent.search.SearchEngine;

/**
 * Maps the cells of a cross table to consecutive numbers in the order in which they are first counted: a hash table with open addressing,
 * so that a table of two long dimensions takes memory by its cells that are not empty. Not thread-safe.
 */
final class CellSlots {
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

    /** How many cells have a number. */
    int size() {
        return size;
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
