package org.precedent.lucene.facet;

import org.precedent.lucene.schema.FacetGroup;
import org.precedent.lucene.snapshot.PackedInts;
import org.precedent.search.facet.Facet;

/**
 * Counts the values of a group of facets among the hits of one segment. A count is a number of issues in the upper and of determinations in
 * the lower half of a long, so that both are added at once. Not thread-safe.
 */
final class GroupCounter {
    private static final long ISSUE = 1L << Integer.SIZE;
    private static final long LETTER = 1;

    /** Counting by code pays if there is more than one hit for this many codes; measured. */
    private static final int CODES_PER_HIT = 4;

    private final PackedInts column;
    private final Facet.Level level;
    private final CodeSlots slots;
    private final long[] sums;
    private final boolean byCode;
    private final long[] ofCode;
    private final BitCounts[] ofBit;
    private int[] codes = {};
    private long[] any = {};

    /** For each slot, the number of the determination with several hits that was last counted for it. */
    private int[] seen = {};

    private int several;

    /**
     * Creates a counter.
     *
     * @param column the code of each document
     * @param slots what the codes stand for
     * @param size number of hits
     * @param sums receives the counts
     */
    GroupCounter(FacetGroup group, PackedInts column, CodeSlots slots, int size, long... sums) {
        this.column = column;
        this.level = group.level();
        this.slots = slots;
        this.sums = sums;
        this.byCode = size > slots.size() / CODES_PER_HIT;
        this.ofCode = new long[byCode ? slots.size() : 0];
        this.ofBit = new BitCounts[slots.words()];
        java.util.Arrays.setAll(ofBit, word -> new BitCounts());
    }

    void count(HitBatches hits) {
        if (codes.length < hits.singles().length) {
            codes = new int[hits.singles().length];
            any = new long[codes.length];
        }
        column.get(hits.singles(), hits.single(), codes);
        if (byCode) {
            for (int i = 0; i < hits.single(); i++) {
                ofCode[codes[i]] += ISSUE + LETTER;
            }
        } else {
            for (int i = 0; i < hits.single(); i++) {
                slots.add(codes[i], ISSUE + LETTER, sums);
            }
        }
        if (hits.other() > 0) {
            column.get(hits.others(), hits.other(), codes);
            switch (level) {
                case ISSUE -> countIssues(hits.other(), hits.firstOthers());
                case LETTER -> countLetters(hits.other(), hits.firstOthers());
            }
        }
    }

    /** Counts values that all issues of a determination share. */
    private void countLetters(int count, int... isFirst) {
        for (int i = 0; i < count; i++) {
            add(codes[i], ISSUE + LETTER * isFirst[i]);
        }
    }

    /** Counts values of issues: a determination counts once for each value that any of its hits has. */
    private void countIssues(int count, int... isFirst) {
        for (int i = 0; i < count; i++) {
            add(codes[i], ISSUE);
        }
        for (int word = 0; word < ofBit.length; word++) {
            ofBit[word].add(any, combine(slots.bits(word), count, isFirst));
        }
        if (slots.hasRare()) {
            countRare(count, isFirst);
        }
    }

    /** Combines the bits of the hits of each determination; returns the number of determinations. */
    private int combine(long[] bits, int count, int... isFirst) {
        int letter = -1;
        long all = 0;
        for (int i = 0; i < count; i++) {
            int first = isFirst[i];
            letter += first;
            all = (all & (first - 1L)) | bits[codes[i]];
            any[letter] = all;
        }
        return letter + 1;
    }

    private void countRare(int count, int... isFirst) {
        if (seen.length == 0) {
            seen = new int[sums.length];
        }
        for (int i = 0; i < count; i++) {
            several += isFirst[i];
            for (int slot : slots.rare(codes[i])) {
                if (seen[slot] != several) {
                    seen[slot] = several;
                    sums[slot] += LETTER;
                }
            }
        }
    }

    private void add(int code, long count) {
        if (byCode) {
            ofCode[code] += count;
        } else {
            slots.add(code, count, sums);
        }
    }

    /** Distributes the counts by code and by bit to the values. */
    void finish() {
        for (int code = 0; code < ofCode.length; code++) {
            if (ofCode[code] != 0) {
                slots.add(code, ofCode[code], sums);
            }
        }
        for (int bit = 0; bit < slots.frequent(); bit++) {
            sums[slots.slotOfBit(bit)] += LETTER * ofBit[bit / Long.SIZE].count(bit % Long.SIZE);
        }
    }
}
