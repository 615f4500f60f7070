package org.precedent.lucene.facet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.precedent.determination.Decision;
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
                .counts(hits).values().stream().reduce(Counts.ZERO, Counts::plus);
    }

    /** The cells that are not empty. */
    public List<Cell> count(IssueSet hits) {
        var cells = new ArrayList<Cell>();
        counts(hits).forEach((values, counts) -> cells.add(new Cell(values, counts)));
        cells.sort(Cell.ORDER);
        return cells;
    }

    private Map<List<String>, Counts> counts(IssueSet hits) {
        var counts = new HashMap<List<String>, Counts>();
        for (int i = 0; i < hits.bits().size(); i++) {
            var columns = hits.view().segments().get(i);
            var first = column(hits, i, 0);
            var second = column(hits, i, 1);
            var count = new SegmentCrossCount(first, second);
            count.count(hits.bits().get(i), columns, decisions(columns.facet(Facet.DECISION)));
            collect(count, first, second, counts);
        }
        return counts;
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
                        decisions[code] = SegmentCrossCount.place(decision);
                    }
                }
            }
        }
        return decisions;
    }

    private void collect(
            SegmentCrossCount count, CodedColumn first, CodedColumn second, Map<List<String>, Counts> into) {
        var left = wanted(first, 0);
        var right = wanted(second, 1);
        for (int a : left) {
            for (int b : right) {
                var counts = count.at(a, b);
                if (counts.issues() > 0) {
                    var values = List.of(first.values().get(a), second.values().get(b));
                    into.merge(values.subList(0, by.size()), counts, Counts::plus);
                }
            }
        }
    }

    private List<Integer> wanted(CodedColumn column, int place) {
        var indexes = new ArrayList<Integer>();
        for (int i = 0; i < column.values().size(); i++) {
            if (place >= by.size() || wanted.test(by.get(place), column.values().get(i))) {
                indexes.add(i);
            }
        }
        return indexes;
    }
}
