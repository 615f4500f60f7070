package org.precedent.text;

import java.util.List;
import java.util.Set;

/**
 * Finds where a rationale turns from general guidelines to the specific case.
 */
public final class DecidingSentences {
    private static final Set<String> TURNS = Set.of("therefore", "however", "thus", "hence", "here", "accordingly");

    private static final Set<String> CURRENT_REQUEST =
            Set.of("case", "request", "patient", "worker", "claimant", "applicant", "member");

    /**
     * Number of words at the start of a sentence in which these signal words count: "Here, however, the request", "In the case of this
     * patient".
     */
    private static final int START = 5;

    private DecidingSentences() {}

    /**
     * Returns the index of the first token of the deciding part: the first sentence that refers to the case at hand, otherwise the last
     * sentence.
     */
    public static int findFirst(List<Token> tokens) {
        int lastSentence = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (i == 0 || tokens.get(i).sentence() != tokens.get(i - 1).sentence()) {
                lastSentence = i;
            }
            if (startsDeciding(tokens, i, i - lastSentence)) {
                return lastSentence;
            }
        }
        return lastSentence;
    }

    private static boolean startsDeciding(List<Token> tokens, int at, int place) {
        if (place >= START) {
            return false;
        }
        var form = tokens.get(at).form();
        boolean here = form.equals("this")
                && at + 1 < tokens.size()
                && CURRENT_REQUEST.contains(tokens.get(at + 1).form());
        return here || TURNS.contains(form) || (place == 0 && form.equals("given"));
    }
}
