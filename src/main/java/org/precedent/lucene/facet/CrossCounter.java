package org.precedent.lucene.facet;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.determination.Decision;
import org.precedent.lucene.snapshot.CodedColumn;
import org.precedent.lucene.snapshot.FacetColumn;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.lucene.snapshot.SegmentColumns;
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

    /**
     * The cells that are not empty.
     *
     * @throws org.precedent.search.SearchEngine.TooCostly when there are more than a table may have
     */
    public List<Cell> count(IssueSet hits) {
        var first = values(hits, 0);
        var second = values(hits, 1);
        var cells = new CrossCells(first, second);
        for (int i = 0; i < hits.bits().size(); i++) {
            var columns = hits.snapshot().segments().get(i);
            var decisions = decisions(columns.facet(Facet.DECISION));
            int base = hits.snapshot().leaves().get(i).docBase;
            new SegmentCrossCount(
                            SegmentCrossCount.Axis.of(column(hits, i, 0), first),
                            SegmentCrossCount.Axis.of(column(hits, i, 1), second),
                            base,
                            cells)
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
        return place < by.size() ? hits.snapshot().column(segment, by.get(place)) : ANY;
    }

    /** A decision's place by the id of its value set. */
    private static int[] decisions(FacetColumn column) {
        var decisions = new int[column.combinations().length];
        for (int code = 0; code < decisions.length; code++) {
            for (int value : column.combinations()[code]) {
                for (var decision : Decision.values()) {
                    if (decision.label().equals(column.values().get(value))) {
                        decisions[code] = CrossCells.outcomeIndex(decision);
                    }
                }
            }
        }
        return decisions;
    }

    /**
     * Cross-counts the issues of one segment by the values of two columns and by decision, in one pass over the hits. Issues are counted
     * by their pair of value-set ids, and the pairs are spread over their values at the end; a determination whose issues have different
     * pairs is counted value by value, so that it counts once in each cell. Not thread-safe.
     */
    private static final class SegmentCrossCount {
        /** Above this many pairs of value sets it costs less to count each issue for its values at once than to keep a count a pair. */
        private static final int MANY_PAIRS = 1 << 18;

        private final Axis first;
        private final Axis second;
        private final int letterBase;
        private final CrossCells cells;
        private final boolean byPair;
        private final int[] pairs;

        private int letter;
        private int size;
        private int[] firstCodes = new int[16];
        private int[] secondCodes = new int[16];
        private int[] decisions = new int[16];

        /**
         * One dimension of a segment.
         *
         * @param column its values by document
         * @param sets per value-set id the places of its values among the values of the table; those not wanted are left out
         */
        @SuppressWarnings("ArrayRecordComponent") // compared by nobody, read by loops
        record Axis(CodedColumn column, int[][] sets) {
            static Axis of(CodedColumn column, List<String> values) {
                var places = column.values().stream()
                        .mapToInt(v -> java.util.Collections.binarySearch(values, v))
                        .toArray();
                var sets = Arrays.stream(column.combinations())
                        .map(set -> Arrays.stream(set)
                                .map(v -> places[v])
                                .filter(place -> place >= 0)
                                .toArray())
                        .toArray(int[][]::new);
                return new Axis(column, sets);
            }
        }

        /**
         * A count.
         *
         * @param letterBase distinguishes the documents of this segment from those of others
         * @param cells where to count
         */
        SegmentCrossCount(Axis first, Axis second, int letterBase, CrossCells cells) {
            this.first = first;
            this.second = second;
            this.letterBase = letterBase;
            this.cells = cells;
            long sets = (long) first.sets.length * second.sets.length;
            this.byPair = sets <= MANY_PAIRS;
            this.pairs = new int[byPair ? (int) sets * CrossCells.WIDTH : 0];
        }

        /**
         * Counts hits.
         *
         * @param decisionOf a decision's place by the id of the value set of {@link Facet#DECISION}
         */
        void count(FixedBitSet hits, SegmentColumns columns, int... decisionOf) {
            var decided = columns.facet(Facet.DECISION);
            var words = hits.getBits();
            int used = FixedBitSet.bits2words(hits.length());
            letter = -1;
            for (int i = 0; i < used; i++) {
                for (long word = words[i]; word != 0; word &= word - 1) {
                    int doc = (i << 6) + Long.numberOfTrailingZeros(word);
                    if (doc > letter) {
                        closeLetter();
                        letter = columns.letterOf(doc);
                    }
                    add(first.column.code(doc), second.column.code(doc), decisionOf[decided.code(doc)]);
                }
            }
            closeLetter();
            spreadPairs();
        }

        private void add(int firstCode, int secondCode, int decision) {
            if (size == decisions.length) {
                firstCodes = Arrays.copyOf(firstCodes, 2 * size);
                secondCodes = Arrays.copyOf(secondCodes, 2 * size);
                decisions = Arrays.copyOf(decisions, 2 * size);
            }
            firstCodes[size] = firstCode;
            secondCodes[size] = secondCode;
            decisions[size++] = decision;
        }

        private void closeLetter() {
            if (byPair && isOnePair()) {
                if (size > 0) {
                    int pair = (firstCodes[0] * second.sets.length + secondCodes[0]) * CrossCells.WIDTH;
                    for (int i = 0; i < size; i++) {
                        pairs[pair + decisions[i]]++;
                    }
                    pairs[pair + CrossCells.LETTERS]++;
                }
            } else {
                for (int i = 0; i < size; i++) {
                    spread(firstCodes[i], secondCodes[i], decisions[i]);
                }
            }
            size = 0;
        }

        private boolean isOnePair() {
            for (int i = 1; i < size; i++) {
                if (firstCodes[i] != firstCodes[0] || secondCodes[i] != secondCodes[0]) {
                    return false;
                }
            }
            return true;
        }

        private void spread(int firstCode, int secondCode, int decision) {
            for (int a : first.sets[firstCode]) {
                for (int b : second.sets[secondCode]) {
                    cells.add(a, b, decision, letterBase + letter);
                }
            }
        }

        private void spreadPairs() {
            int columns = second.sets.length;
            for (int pair = 0; pair < pairs.length / CrossCells.WIDTH; pair++) {
                int from = pair * CrossCells.WIDTH;
                if (pairs[from + CrossCells.LETTERS] > 0) {
                    for (int a : first.sets[pair / columns]) {
                        for (int b : second.sets[pair % columns]) {
                            cells.add(a, b, pairs, from);
                        }
                    }
                }
            }
        }
    }
}
