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
 * Resolves the leaves of a query to stems and exact forms, identically for matching and highlighting.
 */
public final class LeafTerms {
    private final TextAnalysis analysis;

    public LeafTerms(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * The stem sequences that match a word: its own first, then its synonyms. Empty for a word without letters or digits, which imposes no
     * constraint.
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

    /** The words of a phrase, which must be adjacent and in exactly these forms. */
    public List<Token> tokens(Phrase phrase) {
        return analysis.tokenizer().tokenize(phrase.text());
    }

    /** The folded form of a prefix. */
    public static String prefix(Prefix prefix) {
        return Tokenizer.fold(prefix.stem());
    }
}
