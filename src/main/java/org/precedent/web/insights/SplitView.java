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
 * @param sentence how many determinations are split
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
     * Row of a value.
     *
     * @param label display name of the value
     * @param depth depth in its tree
     * @param upheld number of issues upheld, linked to them; no link if zero
     * @param overturned number of issues overturned, wholly or in part, linked to them; no link if zero
     */
    public record Row(String label, int depth, PageLink upheld, PageLink overturned) {}

    /**
     * A split determination.
     *
     * @param heading its name, linked to it
     * @param decided decision date
     * @param issues its issues that match the search
     */
    public record Letter(PageLink heading, Optional<DateView> decided, List<Issue> issues) {}

    /**
     * An issue of a split determination.
     *
     * @param request the disputed item
     * @param decision badge of the decision
     * @param href URL of the issue
     */
    public record Issue(String request, DecisionView decision, String href) {}
}
