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

    /**
     * Counts hits that also have a value, as issues and letters.
     *
     * @return issues at 0, letters at 1
     */
    static long[] count(FixedBitSet hits, BitSet value, SegmentColumns columns) {
        return value instanceof FixedBitSet dense
                ? dense(hits, dense, columns.letters())
                : sparse(hits, value, columns);
    }

    private static long[] dense(FixedBitSet hits, FixedBitSet value, FixedBitSet letters) {
        var hit = hits.getBits();
        var has = value.getBits();
        var end = letters.getBits();
        int words = FixedBitSet.bits2words(hits.length());
        long found = 0;
        long count = 0;
        long carry = 0;
        for (int i = 0; i < words; i++) {
            long both = hit[i] & has[i];
            long issues = ~end[i];
            long sum = both + issues;
            long over = Long.compareUnsigned(sum, issues) < 0 ? 1 : 0;
            long withCarry = sum + carry;
            over |= carry == 1 && withCarry == 0 ? 1 : 0;
            found += Long.bitCount(both);
            count += Long.bitCount(withCarry & end[i]);
            carry = over;
        }
        return new long[] {found, count};
    }

    private static long[] sparse(FixedBitSet hits, BitSet value, SegmentColumns columns) {
        long found = 0;
        long count = 0;
        int counted = -1;
        for (int doc = next(value, 0); doc != NONE; doc = next(value, doc + 1)) {
            if (hits.get(doc)) {
                found++;
                if (doc > counted) {
                    counted = columns.letterOf(doc);
                    count++;
                }
            }
        }
        return new long[] {found, count};
    }

    /** The next set bit at or after an index, or {@link #NONE}. */
    static int next(BitSet set, int from) {
        return from >= set.length() ? NONE : set.nextSetBit(from);
    }
}
