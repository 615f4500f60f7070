package org.precedent.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Determination;
import org.precedent.determination.Located;
import org.precedent.determination.Outcome;

/**
 * The facts of a determination that a result list shows, without its issues.
 *
 * @param id the determination's id
 * @param caseNumber empty where the letter has none
 * @param decided decision date; empty where not stated
 * @param specialties of the reviewer, primary first
 * @param outcome of the whole determination
 * @param issueCount how many issues it has, matching or not
 * @param fictional an invented sample
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
