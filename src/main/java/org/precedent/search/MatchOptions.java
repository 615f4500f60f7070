package org.precedent.search;

import java.util.Optional;

/**
 * Match options of a search: how strictly its words and constraints must be satisfied. Immutable; part of {@link Search} and of a request.
 *
 * @param scope same issue, or anywhere in the determination
 * @param match all or most of the plain words; empty to let the result decide
 * @param summary whether words without a field are also looked for in the clinical summary, which all issues of a determination
 *     share ({@code summary=1})
 */
public record MatchOptions(Scope scope, Optional<Match> match, boolean summary) {
    /**
     * In one issue, in its own texts, widened where few issues have all the words.
     */
    public static final MatchOptions DEFAULT = new MatchOptions(Scope.ISSUE, Optional.empty(), false);

    /**
     * A copy with another scope.
     */
    public MatchOptions with(Scope other) {
        return new MatchOptions(other, match, summary);
    }

    /**
     * A copy that insists on all or most of the plain words; empty to let the result decide.
     */
    public MatchOptions with(Optional<Match> other) {
        return new MatchOptions(scope, other, summary);
    }

    /**
     * A copy that looks for words in the clinical summary too, or no longer.
     */
    public MatchOptions withSummary(boolean other) {
        return new MatchOptions(scope, match, other);
    }
}
