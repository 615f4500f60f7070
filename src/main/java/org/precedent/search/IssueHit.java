package org.precedent.search;

import java.util.List;
import org.precedent.determination.Citation;
import org.precedent.determination.Decision;

/**
 * A matching issue of a search result.
 *
 * @param number one-based position in the letter
 * @param request the disputed item, query words marked
 * @param decision what was decided
 * @param labels what it is about
 * @param guidelines what the reviewer cited
 * @param snippets one to three passages of the rationale; never empty where the issue has a rationale
 */
public record IssueHit(
        int number,
        Snippet request,
        Decision decision,
        SubjectLabels labels,
        List<Citation> guidelines,
        List<Snippet> snippets) {
    public IssueHit {
        guidelines = List.copyOf(guidelines);
        snippets = List.copyOf(snippets);
    }
}
