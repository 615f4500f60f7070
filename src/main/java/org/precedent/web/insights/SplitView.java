package org.precedent.web.insights;

import java.util.List;
import java.util.Optional;
import org.precedent.web.view.Chip;
import org.precedent.web.view.DateView;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.PageLink;

/**
 * View model of {@code pages/split}.
 *
 * @param form for changing the search
 * @param filters the active filters, each linked to the page without it
 * @param outcomes number of determinations by outcome, each linked to them
 * @param sentence a sentence that says how many are split
 * @param heading of the table
 * @param rows issues of split determinations by value
 * @param latest the most recently decided split determinations
 */
public record SplitView(
        InsightsView.Form form,
        List<Chip> filters,
        List<PageLink> outcomes,
        String sentence,
        String heading,
        List<Row> rows,
        List<Letter> latest) {
    public SplitView {
        filters = List.copyOf(filters);
        outcomes = List.copyOf(outcomes);
        rows = List.copyOf(rows);
        latest = List.copyOf(latest);
    }

    /**
     * A value.
     *
     * @param label of the value
     * @param depth in its tree
     * @param upheld its issues that were upheld, leading to them; to nothing where none were
     * @param overturned its issues that were overturned, in part too, leading to them; to nothing where none were
     */
    public record Row(String label, int depth, PageLink upheld, PageLink overturned) {}

    /**
     * A split determination.
     *
     * @param heading its name, leading to it
     * @param decided when
     * @param issues its issues that meet the search
     */
    public record Letter(PageLink heading, Optional<DateView> decided, List<Issue> issues) {}

    /**
     * An issue.
     *
     * @param request the disputed item
     * @param decision how it was decided
     * @param href where it is
     */
    public record Issue(String request, DecisionView decision, String href) {}
}
