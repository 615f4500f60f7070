package org.precedent.text;

import java.util.List;
import org.precedent.search.interpret.FunctionWords;
import org.precedent.search.query.Query.Word;

/**
 * Stop words: function words of a query, which neither restrict the result nor affect ranking.
 */
public final class StopWords {
    private StopWords() {}

    /** Removes function words, unless there are no other words. */
    public static List<Word> remove(List<Word> words) {
        var counted =
                words.stream().filter(w -> !contains(Tokenizer.fold(w.text()))).toList();
        return counted.isEmpty() ? words : counted;
    }

    public static boolean contains(String form) {
        return FunctionWords.bundled().isOptional(form);
    }
}
