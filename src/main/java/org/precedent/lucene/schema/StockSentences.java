package org.precedent.lucene.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
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

    /** Creates a detector for an index. Not thread-safe. */
    public StockSentences(IndexReader reader) {
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
            return digest.isPresent() && isShared(term(digest.getAsInt()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}
