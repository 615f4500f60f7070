package org.precedent.text;

import java.util.List;
import org.precedent.search.interpret.FunctionWords;
import org.precedent.search.query.Query.Word;

/**
 * Stop words: the function words of a query, which neither exclude an issue nor count for its rank.
 */
public final class StopWords {
    private StopWords() {}

    /** The words that count: all but function words, or all where there are only these. */
    public static List<Word> remove(List<Word> words) {
        var counted =
                words.stream().filter(w -> !contains(Tokenizer.fold(w.text()))).toList();
        return counted.isEmpty() ? words : counted;
    }

    public static boolean contains(String form) {
        return FunctionWords.bundled().isOptional(form);
    }
}
