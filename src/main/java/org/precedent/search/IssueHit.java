package org.precedent.search;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * @param reasons labels of the grounds the reviewer decided on; empty when none was recognised
 * @param snippets one to three passages of the rationale; never empty where the issue has a rationale
 */
public record IssueHit(
        int number,
        Snippet request,
        Decision decision,
        SubjectLabels labels,
        List<Citation> guidelines,
        List<String> reasons,
        List<Snippet> snippets) {
    public IssueHit {
        guidelines = List.copyOf(guidelines);
        reasons = List.copyOf(reasons);
        snippets = List.copyOf(snippets);
    }

    /**
     * The grounds of the decision in one line for people: {@code Ground: conservative care not shown}; empty when none was
     * recognised.
     */
    public Optional<String> grounds() {
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of((reasons.size() == 1 ? "Ground: " : "Grounds: ")
                        + reasons.stream().map(IssueHit::withinLine).collect(Collectors.joining("; ")));
    }

    private static String withinLine(String label) {
        return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }
}
