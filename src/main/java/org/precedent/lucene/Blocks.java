package org.precedent.lucene;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;

/**
 * Counts the blocks that hold a bit, 64 documents at a step: added to ones at all issues, any hit of a block carries into its
 * letter's bit, where the carry stops.
 */
final class Blocks {
    static final int NONE = DocIdSetIterator.NO_MORE_DOCS;

    private Blocks() {}

    static long countLetters(FixedBitSet hits, FixedBitSet letters) {
        var hit = hits.getBits();
        var end = letters.getBits();
        int words = FixedBitSet.bits2words(hits.length());
        long count = 0;
        long carry = 0;
        for (int i = 0; i < words; i++) {
            long issues = ~end[i];
            long sum = hit[i] + issues;
            long over = Long.compareUnsigned(sum, issues) < 0 ? 1 : 0;
            long withCarry = sum + carry;
            over |= carry == 1 && withCarry == 0 ? 1 : 0;
            count += Long.bitCount(withCarry & end[i]);
            carry = over;
        }
        return count;
    }

    /** The next set bit at or after an index, or {@link #NONE}. */
    static int next(BitSet set, int from) {
        return from >= set.length() ? NONE : set.nextSetBit(from);
    }
}
