package org.precedent.search;

import java.util.Optional;

/**
 * Match options of a search: how strictly its words and constraints must be satisfied. Immutable; part of {@link Search} and of a request.
 *
 * @param scope whether everything must match in one issue or may match anywhere in the determination
 * @param match whether all or most of the plain words must match; empty to widen automatically if few issues have all of them
 * @param summary whether words without a field are also searched for in the clinical summary, which all issues of a determination share
 *     ({@code summary=1})
 */
public record MatchOptions(Scope scope, Optional<Match> match, boolean summary) {
    /**
     * Matches within one issue, without the clinical summary, widened automatically if few issues have all the words.
     */
    public static final MatchOptions DEFAULT = new MatchOptions(Scope.ISSUE, Optional.empty(), false);

    /**
     * A copy with another scope.
     */
    public MatchOptions with(Scope other) {
        return new MatchOptions(other, match, summary);
    }

    /**
     * A copy that requires all or most of the plain words; empty to widen automatically.
     */
    public MatchOptions with(Optional<Match> other) {
        return new MatchOptions(scope, other, summary);
    }

    /**
     * A copy that does, or does not, search for words in the clinical summary too.
     */
    public MatchOptions withSummary(boolean other) {
        return new MatchOptions(scope, match, other);
    }
}
