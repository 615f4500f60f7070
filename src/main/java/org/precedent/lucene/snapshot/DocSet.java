package org.precedent.lucene.snapshot;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * A set of documents of one segment: a bit set if there are many, a sorted list if there are few.
 */
public sealed interface DocSet {
    /**
     * Many documents.
     *
     * @param bits one bit per document of the segment; never modified
     */
    record Dense(FixedBitSet bits) implements DocSet {}

    /**
     * Few documents.
     *
     * @param docs in ascending order; never modified
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only read in loops
    record Sparse(int[] docs) implements DocSet {}

    /** Sets with fewer than one document in this many are stored as a list. */
    int SPARSE = 64;

    /** Creates a set in the smaller representation; may keep a reference to the bits. */
    static DocSet of(FixedBitSet bits) {
        int count = bits.cardinality();
        if (count >= bits.length() / SPARSE) {
            return new Dense(bits);
        }
        var docs = new int[count];
        int at = 0;
        for (int doc = BlockBits.next(bits, 0); at < count; doc = BlockBits.next(bits, doc + 1)) {
            docs[at++] = doc;
        }
        return new Sparse(docs);
    }

    /**
     * Returns a bit set, which must not be modified.
     *
     * @param size number of documents of the segment
     */
    default FixedBitSet bits(int size) {
        return switch (this) {
            case Dense many -> many.bits;
            case Sparse few -> {
                var bits = new FixedBitSet(size);
                for (int doc : few.docs) {
                    bits.set(doc);
                }
                yield bits;
            }
        };
    }

    /** Iterates in ascending order. */
    default DocIdSetIterator iterator() {
        return switch (this) {
            case Dense many -> new BitSetIterator(many.bits, many.bits.approximateCardinality());
            case Sparse few -> new Listed(few.docs);
        };
    }

    /**
     * Returns the size of the intersection with another set of documents of the segment.
     */
    default long countIn(FixedBitSet others) {
        return switch (this) {
            case Dense many -> FixedBitSet.intersectionCount(many.bits, others);
            case Sparse few ->
                java.util.Arrays.stream(few.docs).filter(others::get).count();
        };
    }

    /** Approximate memory use in bytes. */
    default long bytes() {
        return switch (this) {
            case Dense many -> many.bits.ramBytesUsed();
            case Sparse few -> (long) Integer.BYTES * few.docs.length;
        };
    }

    /** Iterates over a list of documents. */
    final class Listed extends DocIdSetIterator {
        private final int[] docs;
        private int at = -1;

        private Listed(int[] docs) {
            this.docs = docs;
        }

        @Override
        public int docID() {
            if (at < 0) {
                return -1;
            }
            return at < docs.length ? docs[at] : NO_MORE_DOCS;
        }

        @Override
        public int nextDoc() {
            at++;
            return docID();
        }

        @Override
        public int advance(int target) {
            int found = java.util.Arrays.binarySearch(docs, Math.min(at + 1, docs.length), docs.length, target);
            at = found < 0 ? -found - 1 : found;
            return docID();
        }

        @Override
        public long cost() {
            return docs.length;
        }
    }
}
