package org.precedent.parse.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Expands a phrase with alternatives, {@code no/little clinical? evidence}, to the phrases it denotes: {@code a/b} is one of
 * the words, {@code ?} at the end lets the word be left out.
 */
final class PhrasePattern {
    private PhrasePattern() {}

    static List<List<String>> expand(String pattern) {
        List<List<String>> phrases = List.of(List.of());
        for (var part : pattern.strip().split("\\s+", -1)) {
            boolean optional = part.endsWith("?");
            var words = Arrays.asList((optional ? part.substring(0, part.length() - 1) : part).split("/", -1));
            var longer = new ArrayList<List<String>>();
            for (var phrase : phrases) {
                if (optional) {
                    longer.add(phrase);
                }
                words.forEach(word -> longer.add(followed(phrase, word)));
            }
            phrases = longer;
        }
        return phrases.stream().filter(p -> !p.isEmpty()).toList();
    }

    private static List<String> followed(List<String> phrase, String word) {
        var longer = new ArrayList<>(phrase);
        longer.add(word);
        return longer;
    }
}
