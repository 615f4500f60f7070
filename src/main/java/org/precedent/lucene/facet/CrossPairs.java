package org.precedent.lucene.facet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Decision;

/**
 * Issues counted by their pair of value sets and by decision, with the determinations they are of. There are far fewer pairs than issues, so
 * that only the pairs need to be spread over the values of their sets. Not thread-safe.
 */
final class CrossPairs {
    /** Numbers a pair: issues by {@link #decisionIndex decision}, then determinations. */
    static final int WIDTH = 4;

    static final int UPHELD = 0;
    static final int OVERTURNED = 1;
    static final int PARTLY_OVERTURNED = 2;

    /** Where determinations are counted. */
    static final int LETTERS = 3;

    /** Up to this many possible pairs (16 MB), each has its place; more are hashed. */
    private static final int MOST_DENSE = 1 << 20;

    private static final int FIRST_CAPACITY = 1 << 12;

    private final int[][] firstSets;
    private final int[][] secondSets;
    private final @Nullable PairSlots slots;
    private int[] counts;

    private int letter = -1;
    private int size;
    private int[] firsts = new int[16];
    private int[] seconds = new int[16];
    private long[] repeated = new long[FIRST_CAPACITY];
    private int repeatedSize;

    /**
     * No issues.
     *
     * @param firstSets the places of the values of each set of the first dimension
     * @param secondSets the same of the second
     */
    CrossPairs(int[][] firstSets, int[]... secondSets) {
        this.firstSets = firstSets;
        this.secondSets = secondSets;
        long pairs = (long) firstSets.length * secondSets.length;
        this.slots = pairs > MOST_DENSE ? new PairSlots() : null;
        this.counts = new int[(slots == null ? (int) pairs : FIRST_CAPACITY) * WIDTH];
    }

    /** Where a decision is counted. */
    static int decisionIndex(Decision decision) {
        return switch (decision) {
            case UPHELD -> UPHELD;
            case OVERTURNED -> OVERTURNED;
            case PARTLY_OVERTURNED -> PARTLY_OVERTURNED;
        };
    }

    /**
     * Counts an issue.
     *
     * @param decision its {@link #decisionIndex}
     * @param ofLetter differs for every determination, whose issues follow each other
     */
    void add(int firstSet, int secondSet, int decision, int ofLetter) {
        if (ofLetter != letter) {
            closeLetter();
            letter = ofLetter;
        } else if (size == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
        }
        firsts[size] = firstSet;
        seconds[size++] = secondSet;
        int at = slot(firstSet, secondSet) * WIDTH + decision;
        counts[at]++;
    }

    /** Ends the last determination; nothing may be added afterwards. */
    void close() {
        closeLetter();
    }

    /**
     * A determination counts once in each pair of values, so that those which an issue has in common with an issue before it are noted, to be
     * subtracted.
     */
    private void closeLetter() {
        for (int i = 0; i < size; i++) {
            if (!isRepeated(i)) {
                int at = slot(firsts[i], seconds[i]) * WIDTH + LETTERS;
                counts[at]++;
                if (i > 0) {
                    noteRepeated(i);
                }
            }
        }
        size = 0;
    }

    /** Whether an issue of the determination before this one has the same sets. */
    private boolean isRepeated(int issue) {
        for (int i = 0; i < issue; i++) {
            if (firsts[i] == firsts[issue] && seconds[i] == seconds[issue]) {
                return true;
            }
        }
        return false;
    }

    private void noteRepeated(int issue) {
        for (int first : firstSets[firsts[issue]]) {
            for (int second : secondSets[seconds[issue]]) {
                for (int i = 0; i < issue; i++) {
                    if (has(firstSets[firsts[i]], first) && has(secondSets[seconds[i]], second)) {
                        note((long) first << Integer.SIZE | second);
                        break;
                    }
                }
            }
        }
    }

    private static boolean has(int[] set, int value) {
        for (int each : set) {
            if (each == value) {
                return true;
            }
        }
        return false;
    }

    private void note(long cell) {
        if (repeatedSize == repeated.length) {
            repeated = Arrays.copyOf(repeated, 2 * repeatedSize);
        }
        repeated[repeatedSize++] = cell;
    }

    private int slot(int firstSet, int secondSet) {
        long pair = (long) firstSet * secondSets.length + secondSet;
        if (slots == null) {
            return (int) pair;
        }
        int slot = slots.slot(pair);
        if (slot * WIDTH == counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        return slot;
    }

    /**
     * The numbers of all pairs, {@link #WIDTH} a slot.
     */
    int[] counts() {
        return counts;
    }

    /** The slots of pairs that may have issues. */
    int slots() {
        return slots == null ? counts.length / WIDTH : slots.size;
    }

    boolean isEmpty(int slot) {
        return counts[slot * WIDTH + LETTERS] == 0
                && counts[slot * WIDTH] == 0
                && counts[slot * WIDTH + 1] == 0
                && counts[slot * WIDTH + 2] == 0;
    }

    /** The places of the values of the first dimension of a slot's pair. */
    int[] first(int slot) {
        return firstSets[(int) (pair(slot) / secondSets.length)];
    }

    /** The places of the values of the second dimension of a slot's pair. */
    int[] second(int slot) {
        return secondSets[(int) (pair(slot) % secondSets.length)];
    }

    private long pair(int slot) {
        return slots == null ? slot : slots.pairs[slot];
    }

    /**
     * Cells in which a determination was counted once too often, as many times as it was: the place of the first value, then in the lower half
     * that of the second.
     */
    long[] repeated() {
        return Arrays.copyOf(repeated, repeatedSize);
    }

    /**
     * Maps pairs to consecutive numbers in the order in which they are first met: a hash table with open addressing. Not thread-safe.
     */
    private static final class PairSlots {
        private static final int FREE = -1;

        private int[] table = new int[2 * FIRST_CAPACITY];
        private long[] pairs = new long[FIRST_CAPACITY];
        private int size;

        PairSlots() {
            Arrays.fill(table, FREE);
        }

        int slot(long pair) {
            int at = place(pair);
            if (table[at] == FREE) {
                if (size == pairs.length) {
                    grow();
                    at = place(pair);
                }
                pairs[size] = pair;
                table[at] = size++;
            }
            return table[at];
        }

        private int place(long pair) {
            int mask = table.length - 1;
            int at = Long.hashCode(pair * 0x9E3779B97F4A7C15L) & mask;
            while (table[at] != FREE && pairs[table[at]] != pair) {
                at = (at + 1) & mask;
            }
            return at;
        }

        private void grow() {
            pairs = Arrays.copyOf(pairs, 2 * size);
            table = new int[4 * size];
            Arrays.fill(table, FREE);
            for (int slot = 0; slot < size; slot++) {
                table[place(pairs[slot])] = slot;
            }
        }
    }
}
