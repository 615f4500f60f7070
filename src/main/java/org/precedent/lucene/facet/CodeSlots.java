package org.precedent.lucene.facet;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What the codes of a group of facets stand for in one segment: slots, one per value in any segment of the snapshot. The values of a code
 * are also kept as bits, so that the values that any of several issues has are found by OR. Only the values that occur most often have a
 * bit; the others are rare. Immutable.
 */
final class CodeSlots {
    /** The number of values with a bit: two words. */
    private static final int FREQUENT = 2 * Long.SIZE;

    private static final int[] NONE = {};

    /** The slots of all codes in turn; those of a code are between its start and the next. */
    private final int[] slots;

    private final int[] starts;
    private final int[] slotOfBit;
    private final long[][] bits;
    private final int[][] rare;
    private final boolean hasRare;

    /**
     * Assigns the bits.
     *
     * @param slots the slots of each code
     * @param documents number of documents of each code
     * @param size number of slots
     */
    CodeSlots(int[][] slots, int[] documents, int size) {
        this.starts = new int[slots.length + 1];
        for (int code = 0; code < slots.length; code++) {
            starts[code + 1] = starts[code] + slots[code].length;
        }
        this.slots = Arrays.stream(slots).flatMapToInt(IntStream::of).toArray();
        this.slotOfBit = mostFrequent(slots, documents, size);
        var bitOfSlot = new int[size];
        Arrays.fill(bitOfSlot, -1);
        for (int bit = 0; bit < slotOfBit.length; bit++) {
            bitOfSlot[slotOfBit[bit]] = bit;
        }
        this.bits = new long[(slotOfBit.length + Long.SIZE - 1) / Long.SIZE][slots.length];
        this.rare = new int[slots.length][];
        for (int code = 0; code < slots.length; code++) {
            for (int slot : slots[code]) {
                int bit = bitOfSlot[slot];
                if (bit >= 0) {
                    bits[bit / Long.SIZE][code] |= 1L << bit;
                }
            }
            var others = IntStream.of(slots[code])
                    .filter(slot -> bitOfSlot[slot] < 0)
                    .toArray();
            rare[code] = others.length == 0 ? NONE : others;
        }
        this.hasRare = Arrays.stream(rare).anyMatch(some -> some.length > 0);
    }

    private static int[] mostFrequent(int[][] slots, int[] documents, int size) {
        var uses = new int[size];
        for (int code = 0; code < slots.length; code++) {
            for (int slot : slots[code]) {
                uses[slot] += documents[code];
            }
        }
        return IntStream.range(0, size)
                .filter(slot -> uses[slot] > 0)
                .boxed()
                .sorted(Comparator.comparingInt(slot -> -uses[slot]))
                .limit(FREQUENT)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The number of codes. */
    int size() {
        return rare.length;
    }

    /** Adds to the sums of the values of a code. */
    void add(int code, long count, long... sums) {
        int end = starts[code + 1];
        for (int i = starts[code]; i < end; i++) {
            sums[slots[i]] += count;
        }
    }

    /** The slots of the values of a code that have no bit. */
    int[] rare(int code) {
        return rare[code];
    }

    /** Whether some value has no bit. */
    boolean hasRare() {
        return hasRare;
    }

    /** The number of words of bits. */
    int words() {
        return bits.length;
    }

    /** A word of the bits of each code. */
    long[] bits(int word) {
        return bits[word];
    }

    /** The number of values with a bit. */
    int frequent() {
        return slotOfBit.length;
    }

    /** The slot of the value with a bit. */
    int slotOfBit(int bit) {
        return slotOfBit[bit];
    }
}
