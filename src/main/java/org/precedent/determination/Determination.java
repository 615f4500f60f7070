package org.precedent.determination;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A final determination as read from a file.
 *
 * @param id the case number, or the file name without extension if there is none; stable across ingests
 * @param origin the source file and the text that all spans refer to
 * @param header case number, dates, priority
 * @param reviewer specialties and states of licensure
 * @param narrative patient, clinical summary, documents reviewed
 * @param issues the disputed issues in order; at least one
 * @param findings problems and doubts found while parsing; may be empty
 */
public record Determination(
        String id,
        Origin origin,
        CaseHeader header,
        Reviewer reviewer,
        Narrative narrative,
        List<Issue> issues,
        List<Finding> findings) {
    public Determination {
        if (issues.isEmpty()) {
            throw new IllegalArgumentException("determination " + id + ": expected at least one issue, got none");
        }
        issues = List.copyOf(issues);
        findings = List.copyOf(findings);
    }

    /**
     * Returns a copy with the given findings added.
     */
    public Determination withFindings(List<Finding> further) {
        return further.isEmpty()
                ? this
                : new Determination(
                        id,
                        origin,
                        header,
                        reviewer,
                        narrative,
                        issues,
                        Stream.concat(findings.stream(), further.stream()).toList());
    }

    /**
     * Returns a copy with another id.
     */
    public Determination withId(String other) {
        return other.equals(id)
                ? this
                : new Determination(other, origin, header, reviewer, narrative, issues, findings);
    }

    /**
     * Returns the outcome of the determination as a whole.
     */
    public Outcome outcome() {
        return Outcome.of(issues.stream().map(i -> i.decision().value()).toList());
    }

    /**
     * The case header of a determination: case number, dates and priority.
     *
     * @param caseNumber {@code CM16-0213037}; empty if it has none
     * @param dates the five dates
     * @param priority {@code Standard} or {@code Expedited}; empty if not stated
     */
    public record CaseHeader(Optional<Located<String>> caseNumber, Dates dates, Optional<Located<String>> priority) {}
}
