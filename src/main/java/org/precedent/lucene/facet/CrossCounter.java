package org.precedent.lucene.facet;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.precedent.determination.Decision;
import org.precedent.lucene.snapshot.DocSet;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.OutcomeTable;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;

/**
 * Counts the outcomes of issues by the values of one or two dimensions in one pass over the columns.
 */
public final class CrossCounter {
    private final List<Dimension> by;
    private final BiPredicate<Dimension, String> filter;
    private final int most;
    private final SearchDeadline deadline;

    /**
     * Creates a counter.
     *
     * @param by one or two dimensions
     * @param filter selects the values that get cells
     * @param deadline time limit of the count
     */
    public CrossCounter(List<Dimension> by, BiPredicate<Dimension, String> filter, SearchDeadline deadline) {
        this(by, filter, OutcomeTable.MAX_CELLS, deadline);
    }

    /**
     * Creates a counter with its own limit on cells.
     *
     * @param maximum maximum number of cells of a table of two dimensions
     */
    CrossCounter(List<Dimension> by, BiPredicate<Dimension, String> filter, int maximum, SearchDeadline deadline) {
        this.by = List.copyOf(by);
        this.filter = filter;
        this.most = maximum;
        this.deadline = deadline;
    }

    /** Returns the outcome counts of all issues of a set. */
    public static Counts total(IssueSet hits) {
        var total = hits.total();
        return new Counts(
                total.issues(),
                total.determinations(),
                count(hits, Decision.OVERTURNED),
                count(hits, Decision.PARTLY_OVERTURNED));
    }

    private static long count(IssueSet hits, Decision decision) {
        long issues = 0;
        for (int i = 0; i < hits.bits().size(); i++) {
            Optional<DocSet> decided = hits.snapshot().facet(i, Facet.DECISION).with(decision.label());
            issues += decided.isEmpty() ? 0 : decided.get().countIn(hits.bits().get(i));
        }
        return issues;
    }

    /**
     * The cells of a table.
     *
     * @param cells nonempty cells, by issue count, then by values
     * @param omitted number of values left out per dimension, as in {@link OutcomeTable#omitted}
     */
    public record Cells(List<Cell> cells, List<Integer> omitted) {}

    /**
     * Counts the cells for a set of issues.
     *
     * @throws org.precedent.search.SearchEngine.TooCostly when the time limit is exceeded
     */
    public Cells count(IssueSet hits) {
        var second = by.size() > 1 ? axis(hits, 1) : CrossAxis.none();
        return new CrossPass(hits, axis(hits, 0), second, deadline).run(most);
    }

    private CrossAxis axis(IssueSet hits, int place) {
        var dimension = by.get(place);
        return CrossAxis.of(hits.snapshot(), dimension, value -> filter.test(dimension, value));
    }
}
