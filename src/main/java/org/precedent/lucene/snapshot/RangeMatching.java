package org.precedent.lucene.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Matching of one query in ranges of documents, which several processors can take over. The alternatives of the query are matched one
 * after the other, so that no document is checked again once it matches one.
 */
final class RangeMatching {
    /** Candidates whose positions are compared between deadline checks. */
    private static final int CANDIDATES_PER_CHECK = 64;

    /** Ranges for each thread, so that all finish at about the same time. */
    private static final int RANGES_PER_THREAD = 4;

    private final IndexSnapshot view;
    private final SearchDeadline deadline;
    private final List<Alternative> alternatives = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private long cost;

    /** A query whose matches are issues, or determinations all of whose issues match. */
    private record Alternative(Weight weight, boolean findsLetters) {}

    RangeMatching(IndexSnapshot view, Query query, SearchDeadline deadline) throws IOException {
        this.view = view;
        this.deadline = deadline;
        addAlternatives(query);
        for (var leaf : view.leaves()) {
            segments.add(new Segment(leaf));
        }
    }

    private void addAlternatives(Query query) throws IOException {
        if (query instanceof DisjunctionMaxQuery any) {
            for (var part : any.getDisjuncts()) {
                addAlternatives(part);
            }
        } else if (query instanceof LetterIssuesQuery issues) {
            alternatives.add(new Alternative(weight(issues.letters()), true));
        } else {
            alternatives.add(new Alternative(weight(query), false));
        }
    }

    private Weight weight(Query query) throws IOException {
        IndexSearcher searcher = view.searcher();
        var unscored = searcher.rewrite(new ConstantScoreQuery(query));
        return searcher.createWeight(unscored, ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /** The estimated number of candidate documents. */
    long cost() {
        return cost;
    }

    /** Returns the matching issues of each segment. */
    List<FixedBitSet> run(SegmentWorkers workers, boolean shared) throws IOException {
        long documents = segments.stream().mapToLong(s -> s.size).sum();
        long perRange = shared ? documents / RANGES_PER_THREAD / workers.threads() : documents;
        var tasks = new ArrayList<Callable<Boolean>>();
        for (var segment : segments) {
            // ranges end between words of the bit sets, which are not written by two threads at the same time
            long size = shared ? Math.max(1, perRange / Long.SIZE) * Long.SIZE : Math.max(1, segment.size);
            for (long from = 0; from < segment.size; from += size) {
                int first = (int) from;
                int end = (int) Math.min(segment.size, from + size);
                tasks.add(() -> segment.match(first, end));
            }
        }
        workers.invokeAll(tasks, shared);
        return segments.stream().map(Segment::issues).toList();
    }

    /** The matches in one segment. */
    private final class Segment {
        private final LeafReaderContext leaf;
        private final int size;
        private final FixedBitSet found;
        private final @Nullable FixedBitSet letters;
        private final List<@Nullable ScorerSupplier> opened = new ArrayList<>();

        Segment(LeafReaderContext leaf) throws IOException {
            this.leaf = leaf;
            this.size = leaf.reader().maxDoc();
            this.found = new FixedBitSet(size);
            this.letters = alternatives.stream().anyMatch(Alternative::findsLetters) ? new FixedBitSet(size) : null;
            for (var alternative : alternatives) {
                var scorer = alternative.weight.scorerSupplier(leaf);
                opened.add(scorer);
                cost += scorer == null ? 0 : scorer.cost();
            }
        }

        boolean match(int from, int end) throws IOException {
            for (int i = 0; i < alternatives.size(); i++) {
                var alternative = alternatives.get(i);
                // a supplier gives only one scorer, so that further ranges need their own
                var scorer = from == 0 ? opened.get(i) : alternative.weight.scorerSupplier(leaf);
                if (scorer != null) {
                    var into = alternative.findsLetters && letters != null ? letters : found;
                    collect(scorer.get(Long.MAX_VALUE), from, end, into);
                }
            }
            return true;
        }

        FixedBitSet issues() {
            if (letters != null) {
                found.or(BlockBits.issuesOf(
                        letters, view.segments().get(leaf.ord).letters()));
            }
            found.and(view.issues().bits().get(leaf.ord));
            return found;
        }
    }

    private void collect(Scorer scorer, int from, int end, FixedBitSet into) throws IOException {
        deadline.check();
        var phases = scorer.twoPhaseIterator();
        var candidates = phases == null ? scorer.iterator() : phases.approximation();
        int doc = from == 0 ? candidates.nextDoc() : candidates.advance(from);
        if (doc >= end) {
            return;
        }
        if (phases == null) {
            candidates.intoBitSet(end, into, 0);
            return;
        }
        for (int seen = 1; doc < end; doc = candidates.nextDoc(), seen++) {
            if (seen % CANDIDATES_PER_CHECK == 0) {
                deadline.check();
            }
            if (!into.get(doc) && phases.matches()) {
                into.set(doc);
            }
        }
    }
}
