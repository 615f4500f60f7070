package org.precedent.search;

import java.util.List;
import java.util.Optional;

/**
 * A determination in a search result, with its matching issues.
 *
 * @param facts of the determination
 * @param ingested when it entered the index
 * @param issues the matching issues, at least one; the best first on a page in the order of relevance, else in the letter's order
 * @param further how many more of its issues match, folded because they match much less well
 * @param summary a passage of the clinical summary with words of the query, where one of the issues shows none in its request or
 *     rationale; empty where no words are searched for or every issue shows some
 */
public record LetterHit(
        DeterminationFacts facts, IngestTimes ingested, List<IssueHit> issues, int further, Optional<Snippet> summary) {
    public LetterHit {
        issues = List.copyOf(issues);
    }

    /** The determination's id. */
    public String id() {
        return facts.id();
    }
}
