package org.precedent.search;

import java.util.List;
import java.util.Optional;
import org.precedent.determination.Citation;
import org.precedent.determination.Decision;

/**
 * A matching issue of a search result.
 *
 * @param number one-based position in the letter
 * @param request the disputed item, query words marked
 * @param decision what was decided
 * @param modalities labels; empty when no imaging study
 * @param regions labels; empty when none stated
 * @param laterality {@code Right}, {@code Left} or {@code Bilateral}; empty when none
 * @param treatment category; empty when unknown
 * @param guidelines what the reviewer cited
 * @param snippets one to three passages of the rationale; never empty where the issue has a rationale
 */
public record IssueHit(
        int number,
        Snippet request,
        Decision decision,
        List<String> modalities,
        List<String> regions,
        Optional<String> laterality,
        Optional<String> treatment,
        List<Citation> guidelines,
        List<Snippet> snippets) {
    public IssueHit {
        modalities = List.copyOf(modalities);
        regions = List.copyOf(regions);
        guidelines = List.copyOf(guidelines);
        snippets = List.copyOf(snippets);
    }
}
