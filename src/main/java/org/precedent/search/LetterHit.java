package org.precedent.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Outcome;

/**
 * A determination in a search result, with its matching issues.
 *
 * @param id the determination's id
 * @param caseNumber empty where the letter bears none
 * @param decided decision date; empty where not stated
 * @param specialties of the reviewer, primary first
 * @param outcome of the whole letter
 * @param issueCount how many issues the letter has, matching or not
 * @param fictional an invented sample
 * @param firstSeen when the letter was first ingested
 * @param lastChanged when its content last changed
 * @param issues the matching issues, at least one; the best first on a page in the order of relevance, else in the letter's order
 * @param further how many more of its issues match, folded because they match much less well
 * @param summary a passage of the clinical summary with words of the query, where one of the issues shows none in its request or
 *     rationale; empty where no words are asked for or every issue shows some
 */
public record LetterHit(
        String id,
        Optional<String> caseNumber,
        Optional<LocalDate> decided,
        List<String> specialties,
        Outcome outcome,
        int issueCount,
        boolean fictional,
        Instant firstSeen,
        Instant lastChanged,
        List<IssueHit> issues,
        int further,
        Optional<Snippet> summary) {
    public LetterHit {
        specialties = List.copyOf(specialties);
        issues = List.copyOf(issues);
    }
}
