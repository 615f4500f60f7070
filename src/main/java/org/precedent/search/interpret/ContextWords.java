package org.precedent.search.interpret;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that make the treatment or study after them a circumstance rather than the subject of the request, from {@code context-words.tsv}.
 */
final class ContextWords {
    /** Maximum number of words in a phrase. */
    private static final int MAX_WORDS = 5;

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
     * Whether the word introduces the reason for a decision.
     */
    boolean givesReason(String word) {
        return reason.contains(word.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether the phrase introduces circumstances.
     *
     * @param phrase words in lower case, single spaces between them
     * @param behindSubject whether the subject has already been named
     */
    boolean introduces(String phrase, boolean behindSubject) {
        return always.contains(phrase) || (behindSubject && behind.contains(phrase));
    }

    /**
     * Number of segments in the longest phrase at this position that introduces circumstances; 0 if there is none.
     *
     * @param behindSubject whether the subject has already been named
     */
    int markerAt(List<QuerySegment> pieces, int at, boolean behindSubject) {
        for (int length = Math.min(MAX_WORDS, pieces.size() - at); length > 0; length--) {
            var words = pieces.subList(at, at + length);
            if (words.stream().allMatch(QuerySegment::isWords) && introduces(phrase(words), behindSubject)) {
                return length;
            }
        }
        return 0;
    }

    private static String phrase(List<QuerySegment> pieces) {
        return pieces.stream()
                .flatMap(p -> p.words().stream())
                .map(w -> w.text().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }
}
