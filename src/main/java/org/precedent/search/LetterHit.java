package org.precedent.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Determination;
import org.precedent.determination.Located;
import org.precedent.determination.Outcome;

/**
 * A determination in a search result, with its matching issues.
 *
 * @param facts of the determination
 * @param ingested when it entered the index
 * @param issues the matching issues, at least one; best first if the page is sorted by relevance, otherwise in the letter's order
 * @param further how many more of its issues match but are hidden because they match much less well
 * @param summary a passage of the clinical summary that contains words of the query, for when an issue has none of them in its request or
 *     rationale; empty if the query has no words or every issue shows some
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

    /**
     * The facts of a determination that a result list shows, without its issues.
     *
     * @param id the determination's id
     * @param caseNumber empty if it has none
     * @param decided decision date; empty where not stated
     * @param specialties of the reviewer, primary first
     * @param outcome of the whole determination
     * @param issueCount how many issues it has, matching or not
     * @param fictional whether it is a fictional sample
     */
    public record DeterminationFacts(
            String id,
            Optional<String> caseNumber,
            Optional<LocalDate> decided,
            List<String> specialties,
            Outcome outcome,
            int issueCount,
            boolean fictional) {
        public DeterminationFacts {
            specialties = List.copyOf(specialties);
        }

        public static DeterminationFacts of(Determination d) {
            return new DeterminationFacts(
                    d.id(),
                    d.header().caseNumber().map(Located::value),
                    d.header().dates().decided().map(Located::value),
                    d.reviewer().specialties().stream().map(Located::value).toList(),
                    d.outcome(),
                    d.issues().size(),
                    d.origin().fictional());
        }

        /** The case number, or the id where there is none. */
        public String name() {
            return caseNumber.orElse(id);
        }
    }

    /**
     * When a determination entered the index. Both survive re-ingest of the same content and reindexing.
     *
     * @param firstSeen when it was first ingested
     * @param lastChanged when its content last changed
     */
    public record IngestTimes(Instant firstSeen, Instant lastChanged) {}
}
