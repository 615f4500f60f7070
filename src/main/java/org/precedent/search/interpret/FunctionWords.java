package org.precedent.search.interpret;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Function words, which never exclude an issue from a plain-word search; from {@code function-words.txt}.
 */
public final class FunctionWords {
    private static final String BREAK = "---";
    private static final FunctionWords BUNDLED = new FunctionWords();

    private final Set<String> inRequests = new HashSet<>();
    private final Set<String> inProse = new HashSet<>();
    private final Set<String> others = new HashSet<>();

    private FunctionWords() {
        var parts = List.of(inRequests, inProse, others);
        int part = 0;
        for (var line : SearchResource.lines("function-words.txt")) {
            if (line.equals(BREAK)) {
                part++;
            } else {
                parts.get(part).add(line);
            }
        }
    }

    /**
     * The bundled list.
     */
    public static FunctionWords bundled() {
        return BUNDLED;
    }

    /**
     * Whether an issue can match without the word.
     *
     * @param form the word in lower case
     */
    public boolean isOptional(String form) {
        return inRequests.contains(form) || inProse.contains(form) || others.contains(form);
    }

    /** Whether the word is dropped from a query. */
    boolean contains(String word) {
        var folded = fold(word);
        return inRequests.contains(folded) || inProse.contains(folded);
    }

    /** Whether the word indicates prose rather than a list of keywords. */
    boolean indicatesProse(String word) {
        return inProse.contains(fold(word));
    }

    private static String fold(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
