package org.precedent.lucene.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.precedent.engine.SentenceDigests;
import org.precedent.text.SentenceSpan;
import org.precedent.text.Token;

/**
 * Detects boilerplate: sentences that many determinations share word for word, such as quoted guidelines. Each determination's
 * sentences are indexed by a digest, so that document frequencies give how many share one.
 */
public final class StockSentences {
    private final List<TermsEnum> segments = new ArrayList<>();
    private final Known known;

    /**
     * Creates a detector for an index. Not thread-safe.
     *
     * @param known what earlier detectors found out about this index
     */
    public StockSentences(IndexReader reader, Known known) {
        this.known = known;
        try {
            for (var leaf : reader.leaves()) {
                var terms = leaf.reader().terms(IndexField.SENTENCE.key());
                if (terms != null) {
                    segments.add(terms.iterator());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The index term of a sentence's digest. */
    public static BytesRef term(int digest) {
        return new BytesRef(ByteBuffer.allocate(Integer.BYTES).putInt(digest).array());
    }

    public boolean isStock(SentenceSpan sentence, List<Token> tokens) {
        try {
            var digest = SentenceDigests.digest(sentence, tokens);
            return digest.isPresent() && isShared(digest.getAsInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isShared(int digest) throws IOException {
        var verdict = known.get(digest);
        if (verdict.isPresent()) {
            return verdict.get();
        }
        boolean shared = isShared(term(digest));
        known.put(digest, shared);
        return shared;
    }

    private boolean isShared(BytesRef digest) throws IOException {
        int letters = 0;
        for (var terms : segments) {
            letters += terms.seekExact(digest) ? terms.docFreq() : 0;
            if (letters >= SentenceDigests.BOILERPLATE_MINIMUM) {
                return true;
            }
        }
        return false;
    }

    /**
     * Remembers for one state of an index which sentences are boilerplate. The same quotations appear on page after page, and looking one
     * up takes a search of the terms of every segment. A fixed table in which a later digest replaces an earlier one in the same place.
     * Thread-safe.
     */
    public static final class Known {
        private static final int PLACES = 1 << 16;
        private static final long SHARED = 1L << Integer.SIZE;
        private static final long UNSHARED = 2L << Integer.SIZE;

        /** In each place a digest, and above it the verdict; 0 while unused. */
        private final AtomicLongArray table = new AtomicLongArray(PLACES);

        Optional<Boolean> get(int digest) {
            long entry = table.getOpaque(place(digest));
            if ((int) entry != digest || entry >>> Integer.SIZE == 0) {
                return Optional.empty();
            }
            return Optional.of((entry & SHARED) != 0);
        }

        void put(int digest, boolean shared) {
            table.setOpaque(place(digest), Integer.toUnsignedLong(digest) | (shared ? SHARED : UNSHARED));
        }

        // digests are hash values, so their low bits are evenly distributed
        private static int place(int digest) {
            return digest & (PLACES - 1);
        }
    }
}
