package org.precedent.lucene.snapshot;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.FixedBitSet;

/**
 * Finds and counts the determinations that contain at least one of a set of issues. In the index each determination is a block: its issue
 * documents, then its own document. Bit sets are processed 64 documents at a time: all issue positions of a block are set to 1 and the
 * matching issues are added, so that a carry reaches the bit of the determination exactly when one of its issues matches.
 */
public final class BlockBits {
    public static final int NONE = DocIdSetIterator.NO_MORE_DOCS;

    private BlockBits() {}

    static long countLetters(FixedBitSet hits, FixedBitSet letters) {
        var hit = hits.getBits();
        var end = letters.getBits();
        int words = FixedBitSet.bits2words(hits.length());
        long count = 0;
        long carry = 0;
        for (int i = 0; i < words; i++) {
            long issues = ~end[i];
            long sum = hit[i] + issues;
            long withCarry = sum + carry;
            count += Long.bitCount(withCarry & end[i]);
            carry = carried(hit[i], issues, sum) | carried(sum, carry, withCarry);
        }
        return count;
    }

    /** The determinations whose blocks contain a hit. */
    public static FixedBitSet lettersWith(FixedBitSet hits, FixedBitSet letters) {
        var found = new FixedBitSet(hits.length());
        var into = found.getBits();
        var hit = hits.getBits();
        var end = letters.getBits();
        int words = FixedBitSet.bits2words(hits.length());
        long carry = 0;
        for (int i = 0; i < words; i++) {
            long issues = ~end[i];
            long sum = hit[i] + issues;
            long withCarry = sum + carry;
            into[i] = withCarry & end[i];
            carry = carried(hit[i], issues, sum) | carried(sum, carry, withCarry);
        }
        return found;
    }

    /**
     * The issues of some determinations: the reverse of {@link #lettersWith}. From the highest bit down, a determination precedes its
     * issues. Read in that order, the bit before the issues of each wanted determination is added to all issue positions; the carry clears
     * exactly those issues.
     *
     * @param wanted documents of determinations
     * @param letters documents of all determinations
     */
    public static FixedBitSet issuesOf(FixedBitSet wanted, FixedBitSet letters) {
        var found = new FixedBitSet(wanted.length());
        var into = found.getBits();
        var want = wanted.getBits();
        var end = letters.getBits();
        long carry = 0;
        for (int i = FixedBitSet.bits2words(wanted.length()) - 1; i >= 0; i--) {
            long issues = Long.reverse(~end[i]);
            long starts = Long.reverse(want[i]);
            // a carry enters at the lowest bit, as does the determination at the highest bit of the word above
            long added = (starts << 1) | carry;
            long sum = issues + added;
            into[i] = Long.reverse(issues & ~sum);
            carry = carried(issues, added, sum) | (starts >>> 63);
        }
        return found;
    }

    /** The carry out of the top bit of an addition. */
    private static long carried(long a, long b, long sum) {
        return ((a & b) | ((a | b) & ~sum)) >>> 63;
    }

    /** The next set bit at or after an index, or {@link #NONE}. */
    public static int next(BitSet set, int from) {
        return from >= set.length() ? NONE : set.nextSetBit(from);
    }
}
