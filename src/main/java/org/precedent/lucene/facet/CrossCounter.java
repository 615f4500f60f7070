package org.precedent.lucene.facet;

import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.precedent.determination.Decision;
import org.precedent.lucene.facet.SegmentCrossCount.Axis;
import org.precedent.lucene.snapshot.CodedColumn;
import org.precedent.lucene.snapshot.FacetColumn;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;

/**
 * Counts the outcomes of issues by the values of one or two dimensions.
 */
public final class CrossCounter {
    /** A column in which every issue has one and the same value, instead of a dimension that is not requested. */
    private static final CodedColumn ANY = new CodedColumn() {
        private final int[][] combinations = {{0}};

        @Override
        public List<String> values() {
            return List.of("");
        }

        @Override
        public int code(int doc) {
            return 0;
        }

        @Override
        public int[][] combinations() {
            return combinations;
        }
    };

    private final List<Dimension> by;
    private final BiPredicate<Dimension, String> wanted;

    /**
     * A counter.
     *
     * @param by at most two
     * @param wanted whether there are cells of a value
     */
    public CrossCounter(List<Dimension> by, BiPredicate<Dimension, String> wanted) {
        this.by = List.copyOf(by);
        this.wanted = wanted;
    }

    /** All issues as one. */
    public static Counts total(IssueSet hits) {
        return new CrossCounter(List.of(), (d, v) -> true)
                .count(hits).stream().map(Cell::counts).findFirst().orElse(Counts.ZERO);
    }

    /** The cells that are not empty. */
    public List<Cell> count(IssueSet hits) {
        var first = values(hits, 0);
        var second = values(hits, 1);
        var cells = new CrossCells(first, second);
        for (int i = 0; i < hits.bits().size(); i++) {
            var columns = hits.view().segments().get(i);
            var decisions = decisions(columns.facet(Facet.DECISION));
            int base = hits.view().leaves().get(i).docBase;
            new SegmentCrossCount(Axis.of(column(hits, i, 0), first), Axis.of(column(hits, i, 1), second), base, cells)
                    .count(hits.bits().get(i), columns, decisions);
        }
        return cells.list(by.size());
    }

    /** The values of a dimension in all segments, sorted. */
    private List<String> values(IssueSet hits, int place) {
        var values = new TreeSet<String>();
        for (int i = 0; i < hits.bits().size(); i++) {
            values.addAll(column(hits, i, place).values());
        }
        if (place < by.size()) {
            values.removeIf(v -> !wanted.test(by.get(place), v));
        }
        return List.copyOf(values);
    }

    private CodedColumn column(IssueSet hits, int segment, int place) {
        return place < by.size() ? hits.view().column(segment, by.get(place)) : ANY;
    }

    /** A decision's place by the id of its value set. */
    private static int[] decisions(FacetColumn column) {
        var decisions = new int[column.combinations().length];
        for (int code = 0; code < decisions.length; code++) {
            for (int value : column.combinations()[code]) {
                for (var decision : Decision.values()) {
                    if (decision.label().equals(column.values().get(value))) {
                        decisions[code] = CrossCells.place(decision);
                    }
                }
            }
        }
        return decisions;
    }
}
