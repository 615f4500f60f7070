package org.precedent.lucene.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.precedent.text.SentenceSpan;
import org.precedent.text.Token;

/**
 * Detects boilerplate: sentences that many determinations share word for word, such as quoted guidelines. Each determination's
 * sentences are indexed by a digest, so that document frequencies tell how many share one.
 */
public final class StockSentences {
    /** Shared by so many letters a sentence is stock. */
    public static final int MANY = 5;

    /** Shorter sentences are alike by chance and too short to be passed over for it. */
    private static final int FEWEST_WORDS = 5;

    private final List<TermsEnum> segments = new ArrayList<>();

    /** Those of an index; for one thread. */
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

    /** The digests of all sentences of a text. */
    public static Set<BytesRef> digests(String text, List<Token> tokens) {
        var digests = new HashSet<BytesRef>();
        for (var sentence : SentenceSpan.sentences(text, tokens)) {
            if (counts(sentence)) {
                digests.add(digest(sentence, tokens));
            }
        }
        return digests;
    }

    public boolean isStock(SentenceSpan sentence, List<Token> tokens) {
        try {
            return counts(sentence) && isShared(digest(sentence, tokens));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isShared(BytesRef digest) throws IOException {
        int letters = 0;
        for (var terms : segments) {
            letters += terms.seekExact(digest) ? terms.docFreq() : 0;
            if (letters >= MANY) {
                return true;
            }
        }
        return false;
    }

    private static boolean counts(SentenceSpan sentence) {
        return sentence.last() - sentence.first() + 1 >= FEWEST_WORDS;
    }

    private static BytesRef digest(SentenceSpan sentence, List<Token> tokens) {
        var words = new StringBuilder();
        for (int i = sentence.first(); i <= sentence.last(); i++) {
            words.append(tokens.get(i).form()).append(' ');
        }
        int hash = StringHelper.murmurhash3_x86_32(new BytesRef(words), 0);
        return new BytesRef(ByteBuffer.allocate(Integer.BYTES).putInt(hash).array());
    }
}
