package org.precedent.lucene;

import java.util.ArrayList;
import java.util.List;
import org.precedent.search.Query.Phrase;
import org.precedent.search.Query.Prefix;
import org.precedent.search.Query.Word;

/**
 * What a leaf of a query asks for, in stems and forms; the same for matching and for marking.
 */
final class Lexicon {
    private final IndexSchema schema;

    Lexicon(IndexSchema schema) {
        this.schema = schema;
    }

    /**
     * Sequences of stems that satisfy a word: its own first, then those that mean the same. Empty for a word without letters
     * and digits, which asks for nothing.
     */
    List<List<String>> sequences(Word word) {
        var own = schema.words().stems(word.text());
        if (own.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<List<String>>();
        all.add(own);
        all.addAll(schema.synonyms().of(own));
        return all;
    }

    /** The words of a phrase, which must stand side by side in exactly these forms. */
    List<Token> exactly(Phrase phrase) {
        return schema.words().of(phrase.text());
    }

    /** The folded beginning of a word start. */
    static String start(Prefix prefix) {
        return Words.fold(prefix.stem());
    }
}
