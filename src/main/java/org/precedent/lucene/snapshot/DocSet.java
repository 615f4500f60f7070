package org.precedent.lucene.snapshot;

import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The documents of one segment that have a value: a bit set where they are many, a sorted list where they are few.
 */
public sealed interface DocSet {
    /**
     * Many documents.
     *
     * @param bits one a document of the segment; never changed
     */
    record Many(FixedBitSet bits) implements DocSet {}

    /**
     * Few documents.
     *
     * @param docs ascending; never changed
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, read by loops
    record Few(int[] docs) implements DocSet {}

    /** A value in fewer documents than this share is kept as their numbers, not as bits. */
    int SPARSE = 64;

    /** The documents whose bits are set, in whichever form is smaller; the bits may be kept as they are. */
    static DocSet of(FixedBitSet bits) {
        int count = bits.cardinality();
        if (count >= bits.length() / SPARSE) {
            return new Many(bits);
        }
        var docs = new int[count];
        int at = 0;
        for (int doc = BlockBits.next(bits, 0); at < count; doc = BlockBits.next(bits, doc + 1)) {
            docs[at++] = doc;
        }
        return new Few(docs);
    }

    /**
     * A bit for each of them; never to be changed.
     *
     * @param size documents of the segment
     */
    default FixedBitSet bits(int size) {
        return switch (this) {
            case Many many -> many.bits;
            case Few few -> {
                var bits = new FixedBitSet(size);
                for (int doc : few.docs) {
                    bits.set(doc);
                }
                yield bits;
            }
        };
    }

    /** From the first to the last. */
    default DocIdSetIterator iterator() {
        return switch (this) {
            case Many many -> new BitSetIterator(many.bits, many.bits.approximateCardinality());
            case Few few -> new Listed(few.docs);
        };
    }

    /**
     * How many of them are in another set of documents of the segment.
     */
    default long countIn(FixedBitSet others) {
        return switch (this) {
            case Many many -> FixedBitSet.intersectionCount(many.bits, others);
            case Few few ->
                java.util.Arrays.stream(few.docs).filter(others::get).count();
        };
    }

    /** Steps that counting them in another set takes: a word of 64 documents, or one of few documents, each. */
    default long countingSteps() {
        return switch (this) {
            case Many many -> FixedBitSet.bits2words(many.bits.length());
            case Few few -> few.docs.length;
        };
    }

    /** What they take in memory, about, in bytes. */
    default long bytes() {
        return switch (this) {
            case Many many -> many.bits.ramBytesUsed();
            case Few few -> (long) Integer.BYTES * few.docs.length;
        };
    }

    /** Walks a list of documents. */
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
