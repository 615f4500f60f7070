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
 * @param facts facts to show about the determination
 * @param ingested when it was first ingested and last changed
 * @param issues the matching issues, at least one; best first if the page is sorted by relevance, otherwise in the order of the
 *     determination
 * @param hiddenIssues number of further matching issues that are hidden because they score much lower
 * @param summary a passage of the clinical summary that contains query words, given if some issue has none in its request or rationale;
 *     empty if the query has no words or every issue shows some
 */
public record LetterHit(
        DeterminationFacts facts,
        IngestTimes ingested,
        List<IssueHit> issues,
        int hiddenIssues,
        Optional<Snippet> summary) {
    public LetterHit {
        issues = List.copyOf(issues);
    }

    /** The determination's id. */
    public String id() {
        return facts.id();
    }

    /**
     * Facts about a determination that a result list shows, without its issues.
     *
     * @param id the determination's id
     * @param caseNumber the case number; empty if it has none
     * @param decided decision date; empty if not stated
     * @param specialties the reviewer's specialties, primary first
     * @param outcome overall outcome of the determination
     * @param issueCount number of its issues, matching or not
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

        /** The case number, or the id if there is none. */
        public String name() {
            return caseNumber.orElse(id);
        }
    }

    /**
     * When a determination was first ingested and last changed. Re-ingesting the same content and reindexing change neither.
     *
     * @param firstSeen when it was first ingested
     * @param lastChanged when its content last changed
     */
    public record IngestTimes(Instant firstSeen, Instant lastChanged) {}
}
