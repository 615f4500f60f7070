package org.precedent.highlight;

import java.util.ArrayList;
import java.util.List;
import org.precedent.search.query.Query.Phrase;
import org.precedent.search.query.Query.Prefix;
import org.precedent.search.query.Query.Word;
import org.precedent.text.TextAnalysis;
import org.precedent.text.Token;
import org.precedent.text.Tokenizer;

/**
 * Resolves a leaf of a query to stems and exact forms, the same for matching and highlighting.
 */
public final class LeafTerms {
    private final TextAnalysis analysis;

    public LeafTerms(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * Sequences of stems that satisfy a word: its own first, then those that mean the same. Empty for a word without letters
     * and digits, which asks for nothing.
     */
    public List<List<String>> sequences(Word word) {
        var own = analysis.tokenizer().stems(word.text());
        if (own.isEmpty()) {
            return List.of();
        }
        var all = new ArrayList<List<String>>();
        all.add(own);
        all.addAll(analysis.synonyms().sequences(own));
        return all;
    }

    /** The words of a phrase, which must be adjacent in exactly these forms. */
    public List<Token> tokens(Phrase phrase) {
        return analysis.tokenizer().tokenize(phrase.text());
    }

    /** The folded beginning of a word start. */
    public static String prefix(Prefix prefix) {
        return Tokenizer.fold(prefix.stem());
    }
}
