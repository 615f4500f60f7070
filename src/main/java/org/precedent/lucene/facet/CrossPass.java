package org.precedent.lucene.facet;

import java.util.Arrays;
import java.util.List;
import org.precedent.determination.Decision;
import org.precedent.lucene.snapshot.FacetColumn;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.OutcomeTable;
import org.precedent.search.OutcomeTable.Block;
import org.precedent.search.facet.Facet;

/**
 * One pass over the columns of up to two dimensions for a set of issues. Not thread-safe.
 */
final class CrossPass {
    private final IssueSet hits;
    private final SearchDeadline deadline;
    private CrossAxis first;
    private CrossAxis second;

    /** The positions of each value set of a segment on both axes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only read in loops
    private record Places(int[][] rows, int[][] columns) {}

    /**
     * Creates a pass.
     *
     * @param second may be {@link CrossAxis#none}
     */
    CrossPass(IssueSet hits, CrossAxis first, CrossAxis second, SearchDeadline deadline) {
        this.hits = hits;
        this.first = first;
        this.second = second;
        this.deadline = deadline;
    }

    /**
     * Counts the cells.
     *
     * @param maximum maximum number of cells
     */
    CrossCounter.Cells run(int maximum) {
        var block = block(maximum);
        var table = new CrossTable(block, maximum);
        if (second.dimension().isPresent() && OutcomeTable.isTooSparse(first.size(), second.size(), maximum)) {
            table.truncate();
        }
        for (int segment = 0; segment < hits.bits().size(); segment++) {
            count(segment, table);
        }
        var cells = table.cells(first, second);
        int rows = table.isTruncated() ? first.size() - block.rows() : 0;
        int columns = table.isTruncated() ? second.size() - block.columns() : 0;
        return new CrossCounter.Cells(cells, second.dimension().isEmpty() ? List.of(rows) : List.of(rows, columns));
    }

    /** Chooses the block of the table, reordering both axes so that its values come first. */
    private Block block(int maximum) {
        if (second.dimension().isEmpty() || (long) first.size() * second.size() <= maximum) {
            return new Block(first.size(), second.size());
        }
        var rows = new long[first.size()];
        var columns = new long[second.size()];
        for (int segment = 0; segment < hits.bits().size(); segment++) {
            countValues(segment, rows, columns);
        }
        first = first.occurring(rows);
        second = second.occurring(columns);
        var block = OutcomeTable.block(first.size(), second.size(), maximum);
        first = first.mostCommonFirst(block.rows(), occurring(rows));
        second = second.mostCommonFirst(block.columns(), occurring(columns));
        return block;
    }

    private static long[] occurring(long... issues) {
        return Arrays.stream(issues).filter(n -> n > 0).toArray();
    }

    /** Counts the issues of each row and column of a segment; issues without a cell are ignored. */
    private void countValues(int segment, long[] ofRows, long... ofColumns) {
        var places = places(segment);
        var rowSets = new int[places.rows.length];
        var columnSets = new int[places.columns.length];
        var docs = new DocBatches(hits.bits().get(segment));
        while (docs.advance()) {
            deadline.check();
            var rows = first.read(segment, docs);
            var columns = second.read(segment, docs);
            for (int i = 0; i < docs.count(); i++) {
                if (places.rows[rows[i]].length > 0 && places.columns[columns[i]].length > 0) {
                    rowSets[rows[i]]++;
                    columnSets[columns[i]]++;
                }
            }
        }
        addToCells(rowSets, places.rows, ofRows);
        addToCells(columnSets, places.columns, ofColumns);
    }

    private static void addToCells(int[] sets, int[][] places, long... into) {
        for (int set = 0; set < sets.length; set++) {
            for (int place : places[set]) {
                into[place] += sets[set];
            }
        }
    }

    private void count(int segment, CrossTable table) {
        var columns = hits.snapshot().segments().get(segment);
        int base = hits.snapshot().leaves().get(segment).docBase;
        var decided = hits.snapshot().facet(segment, Facet.DECISION);
        var decisions = decisions(decided);
        boolean isCut = table.isTruncated();
        var places = isCut ? commonPlaces(segment) : places(segment);
        int letter = -1;
        var docs = new DocBatches(hits.bits().get(segment));
        while (docs.advance()) {
            deadline.check();
            if (table.isTruncated() && !isCut) {
                isCut = true;
                places = commonPlaces(segment);
            }
            var rows = first.read(segment, docs);
            var cells = second.read(segment, docs);
            var ofDecisions = docs.read(decided);
            for (int i = 0; i < docs.count(); i++) {
                int doc = docs.docs()[i];
                if (doc > letter) {
                    letter = columns.letterOf(doc);
                }
                table.add(places.rows[rows[i]], places.columns[cells[i]], decisions[ofDecisions[i]], base + letter);
            }
        }
    }

    private Places places(int segment) {
        return new Places(first.places(segment), second.places(segment));
    }

    /** Like {@link #places}, restricted to the values of the block. */
    private Places commonPlaces(int segment) {
        return new Places(first.first().places(segment), second.first().places(segment));
    }

    /** The {@link CrossTable#decisionIndex} of each value set of the decision column. */
    private static int[] decisions(FacetColumn column) {
        var places = new int[column.combinations().length];
        for (int set = 0; set < places.length; set++) {
            for (int value : column.combinations()[set]) {
                for (var decision : Decision.values()) {
                    if (decision.label().equals(column.values().get(value))) {
                        places[set] = CrossTable.decisionIndex(decision);
                    }
                }
            }
        }
        return places;
    }
}
