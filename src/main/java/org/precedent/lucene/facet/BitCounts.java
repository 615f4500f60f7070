package org.precedent.lucene.facet;

/**
 * Counts how often each of the 64 bits is set in a sequence of words. Not thread-safe.
 */
final class BitCounts {
    /** The words are added in turn to 64 binary numbers with this many digits. */
    private static final int DIGITS = 8;

    private static final int LARGEST = (1 << DIGITS) - 1;

    /** Up to this number of words, their bits are counted one by one; measured. */
    private static final int FEW = 24;

    private final int[] counts = new int[Long.SIZE];

    void add(long[] words, int count) {
        if (count <= FEW) {
            for (int i = 0; i < count; i++) {
                for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                    counts[Long.numberOfTrailingZeros(rest)]++;
                }
            }
            return;
        }
        for (int from = 0; from < count; from += LARGEST) {
            addSlice(words, from, Math.min(count, from + LARGEST));
        }
    }

    /** Adds as many words as the binary numbers can hold: each variable contains one digit of all 64 numbers. */
    private void addSlice(long[] words, int from, int to) {
        long ones = 0;
        long twos = 0;
        long fours = 0;
        long d3 = 0;
        long d4 = 0;
        long d5 = 0;
        long d6 = 0;
        long d7 = 0;
        for (int i = from; i < to; i++) {
            long word = words[i];
            long carry = ones & word;
            ones ^= word;
            long carry1 = twos & carry;
            twos ^= carry;
            long carry2 = fours & carry1;
            fours ^= carry1;
            long carry3 = d3 & carry2;
            d3 ^= carry2;
            long carry4 = d4 & carry3;
            d4 ^= carry3;
            long carry5 = d5 & carry4;
            d5 ^= carry4;
            long carry6 = d6 & carry5;
            d6 ^= carry5;
            d7 ^= carry6;
        }
        flush(ones, twos, fours, d3, d4, d5, d6, d7);
    }

    private void flush(long... digits) {
        for (int digit = 0; digit < digits.length; digit++) {
            for (long rest = digits[digit]; rest != 0; rest &= rest - 1) {
                counts[Long.numberOfTrailingZeros(rest)] += 1 << digit;
            }
        }
    }

    /** How often a bit was set. */
    int count(int bit) {
        return counts[bit];
    }
}
