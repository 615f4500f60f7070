package org.precedent.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.precedent.determination.Decision;

/**
 * An issue of another determination that resembles a given one.
 *
 * @param id the determination's id
 * @param number the issue's number
 * @param request the disputed item
 * @param decision the reviewer's decision
 * @param decided decision date
 * @param shared what both have in common, most distinctive first: facet labels and words of the rationale
 */
public record SimilarIssue(
        String id, int number, String request, Decision decision, Optional<LocalDate> decided, List<String> shared) {
    public SimilarIssue {
        shared = List.copyOf(shared);
    }
}
