package org.precedent.lucene.facet;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.determination.Decision;
import org.precedent.lucene.snapshot.DocSet;
import org.precedent.lucene.snapshot.FacetColumn;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;

/**
 * Counts the outcomes of issues by the values of one or two dimensions: one pass over the columns counts them by pairs of value sets, which
 * are then spread over the values.
 */
public final class CrossCounter {
    /** How many issues are read from a column at a time; the deadline is checked as often. */
    private static final int BATCH = 1 << 12;

    private final List<Dimension> by;
    private final BiPredicate<Dimension, String> wanted;
    private final SearchDeadline deadline;

    /**
     * A counter.
     *
     * @param by one or two
     * @param wanted whether there are cells of a value
     * @param deadline by which the count must end
     */
    public CrossCounter(List<Dimension> by, BiPredicate<Dimension, String> wanted, SearchDeadline deadline) {
        this.by = List.copyOf(by);
        this.wanted = wanted;
        this.deadline = deadline;
    }

    /** All issues as one. */
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
            Optional<DocSet> decided =
                    hits.snapshot().segments().get(i).facet(Facet.DECISION).with(decision.label());
            issues += decided.isEmpty() ? 0 : decided.get().countIn(hits.bits().get(i));
        }
        return issues;
    }

    /**
     * The cells that are not empty.
     *
     * @throws org.precedent.search.SearchEngine.TooCostly when there are more than a table may have, or the time is used up
     */
    public List<Cell> count(IssueSet hits) {
        var first = axis(hits, 0);
        var second = by.size() > 1 ? axis(hits, 1) : CrossAxis.NONE;
        var pairs = new CrossPairs(first.sets(), second.sets());
        for (int segment = 0; segment < hits.bits().size(); segment++) {
            count(hits, segment, first, second, pairs);
        }
        pairs.close();
        return new CrossTable(first.values(), second.values()).sum(pairs, deadline);
    }

    private void count(IssueSet hits, int segment, CrossAxis first, CrossAxis second, CrossPairs pairs) {
        var columns = hits.snapshot().segments().get(segment);
        int base = hits.snapshot().leaves().get(segment).docBase;
        var decided = columns.facet(Facet.DECISION);
        var places = places(decided);
        var docs = new int[BATCH];
        var firsts = new int[BATCH];
        var seconds = new int[BATCH];
        var decisions = new int[BATCH];
        int letter = -1;
        var batches = new DocBatches(hits.bits().get(segment));
        for (int count = batches.next(docs); count > 0; count = batches.next(docs)) {
            deadline.check();
            first.read(segment, docs, count, firsts);
            second.read(segment, docs, count, seconds);
            decided.codes(docs, count, decisions);
            for (int i = 0; i < count; i++) {
                if (docs[i] > letter) {
                    letter = columns.letterOf(docs[i]);
                }
                pairs.add(firsts[i], seconds[i], places[decisions[i]], base + letter);
            }
        }
    }

    /** Where a decision is counted, by the id of its value set. */
    private static int[] places(FacetColumn column) {
        var places = new int[column.combinations().length];
        for (int code = 0; code < places.length; code++) {
            for (int value : column.combinations()[code]) {
                for (var decision : Decision.values()) {
                    if (decision.label().equals(column.values().get(value))) {
                        places[code] = CrossPairs.decisionIndex(decision);
                    }
                }
            }
        }
        return places;
    }

    /** Lists the documents of a set a batch at a time. */
    private static final class DocBatches {
        private final long[] words;
        private final int length;
        private int at;
        private long rest;

        DocBatches(FixedBitSet bits) {
            this.words = bits.getBits();
            this.length = FixedBitSet.bits2words(bits.length());
            this.rest = length == 0 ? 0 : words[0];
        }

        /** Fills in the next documents, and gives how many; 0 at the end. */
        int next(int... docs) {
            int count = 0;
            while (count < docs.length) {
                while (rest == 0) {
                    if (at + 1 >= length) {
                        return count;
                    }
                    rest = words[++at];
                }
                docs[count++] = (at << 6) + Long.numberOfTrailingZeros(rest);
                rest &= rest - 1;
            }
            return count;
        }
    }

    private CrossAxis axis(IssueSet hits, int place) {
        var dimension = by.get(place);
        return CrossAxis.of(hits.snapshot(), dimension, value -> wanted.test(dimension, value));
    }
}
