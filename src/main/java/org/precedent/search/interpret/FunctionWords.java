package org.precedent.search.interpret;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Words that carry no meaning of their own in a search of plain words; from {@code function-words.txt}.
 */
final class FunctionWords {
    private static final String BREAK = "---";

    private final Set<String> inRequests = new HashSet<>();
    private final Set<String> inProse = new HashSet<>();

    FunctionWords() {
        var parts = List.of(inRequests, inProse);
        int part = 0;
        for (var line : SearchResource.lines("function-words.txt")) {
            if (line.equals(BREAK)) {
                part++;
            } else {
                parts.get(part).add(line);
            }
        }
    }

    boolean holds(String word) {
        var folded = fold(word);
        return inRequests.contains(folded) || inProse.contains(folded);
    }

    /** Whether the word tells prose from a list of words. */
    boolean tellsProse(String word) {
        return inProse.contains(fold(word));
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
