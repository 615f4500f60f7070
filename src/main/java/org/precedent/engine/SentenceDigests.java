package org.precedent.engine;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.precedent.text.SentenceSpan;
import org.precedent.text.Token;

/**
 * Digests of sentences, used to recognize boilerplate: sentences that many determinations share word for word, such as quoted
 * guidelines.
 */
public final class SentenceDigests {
    /** A sentence shared by at least this many determinations is boilerplate. */
    public static final int BOILERPLATE_MINIMUM = 5;

    /** Sentences with fewer words may coincide by chance. */
    private static final int MIN_WORDS = 5;

    private SentenceDigests() {}

    /** Returns the digests of all sentences of a text that are long enough. */
    public static Set<Integer> all(String text, List<Token> tokens) {
        var digests = new HashSet<Integer>();
        for (var sentence : SentenceSpan.sentences(text, tokens)) {
            digest(sentence, tokens).ifPresent(digests::add);
        }
        return digests;
    }

    /** Returns the digest of a sentence; empty when it is too short. */
    public static OptionalInt digest(SentenceSpan sentence, List<Token> tokens) {
        if (sentence.last() - sentence.first() + 1 < MIN_WORDS) {
            return OptionalInt.empty();
        }
        var words = new StringBuilder();
        for (int i = sentence.first(); i <= sentence.last(); i++) {
            words.append(tokens.get(i).form()).append(' ');
        }
        return OptionalInt.of(StringHelper.murmurhash3_x86_32(new BytesRef(words), 0));
    }
}
