package org.precedent.lucene.facet;

import org.apache.lucene.util.FixedBitSet;
import org.precedent.lucene.snapshot.CodedColumn;

/**
 * Iterates over the documents of a set in batches, so that columns are read for many of them at once. Not thread-safe.
 */
final class DocBatches {
    private static final int SIZE = 1 << 12;

    private final int[] docs = new int[SIZE];
    private final long[] words;
    private final int length;
    private int count;
    private int at;
    private long rest;

    DocBatches(FixedBitSet bits) {
        this.words = bits.getBits();
        this.length = FixedBitSet.bits2words(bits.length());
        this.rest = length == 0 ? 0 : words[0];
    }

    /** Moves to the next batch; returns false at the end. */
    boolean advance() {
        count = 0;
        while (count < SIZE) {
            while (rest == 0) {
                if (at + 1 >= length) {
                    return count > 0;
                }
                rest = words[++at];
            }
            docs[count++] = (at << 6) + Long.numberOfTrailingZeros(rest);
            rest &= rest - 1;
        }
        return true;
    }

    /** Reads the value set ids of this batch from a column. */
    int[] read(CodedColumn column) {
        var sets = new int[count];
        column.codes(docs, count, sets);
        return sets;
    }

    /** The documents of this batch; only the first {@link #count} entries are valid. */
    int[] docs() {
        return docs;
    }

    /** The number of documents in this batch. */
    int count() {
        return count;
    }
}
