package org.precedent.search.interpret;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Words that make the treatment or study behind them a circumstance of the request, from {@code context-words.tsv}.
 */
final class ContextWords {
    private static final String ALWAYS = "always";

    private static final String REASON = "reason";

    private final Set<String> reason = new HashSet<>();
    private final Set<String> always = new HashSet<>();
    private final Set<String> behind = new HashSet<>();

    ContextWords() {
        for (var line : SearchResource.lines("context-words.tsv")) {
            var cells = line.split("\t", -1);
            of(cells[1]).addAll(Arrays.asList(cells[0].split("\\|", -1)));
        }
    }

    private Set<String> of(String when) {
        return switch (when) {
            case ALWAYS -> always;
            case REASON -> reason;
            default -> behind;
        };
    }

    /**
     * Whether the word stands before the reason of a decision.
     */
    boolean givesReason(String word) {
        return reason.contains(word.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether the phrase introduces circumstances.
     *
     * @param phrase words in lower case, single blanks between them
     * @param behindSubject the subject has been named before
     */
    boolean introduces(String phrase, boolean behindSubject) {
        return always.contains(phrase) || (behindSubject && behind.contains(phrase));
    }
}
