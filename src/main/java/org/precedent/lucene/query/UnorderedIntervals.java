package org.precedent.lucene.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Two sources near each other in either order. Gives the intervals of {@code or(maxgaps(ordered(left, right)), maxgaps(ordered(right,
 * left)))}, but reads each side once: of a chain, Lucene's own combination reads the innermost source 2^n times.
 */
final class UnorderedIntervals extends IntervalsSource {
    private final IntervalsSource left;
    private final IntervalsSource right;
    private final int gaps;

    /**
     * @param gaps most positions between the two
     */
    UnorderedIntervals(IntervalsSource left, IntervalsSource right, int gaps) {
        this.left = left;
        this.right = right;
        this.gaps = gaps;
    }

    @Override
    public @Nullable IntervalIterator intervals(String field, LeafReaderContext leaf) throws IOException {
        var first = left.intervals(field, leaf);
        var second = first == null ? null : right.intervals(field, leaf);
        return first == null || second == null ? null : new Merged(first, second, gaps);
    }

    @Override
    public @Nullable IntervalMatchesIterator matches(String field, LeafReaderContext leaf, int doc) throws IOException {
        return Intervals.or(
                        false,
                        Intervals.maxgaps(gaps, Intervals.ordered(left, right)),
                        Intervals.maxgaps(gaps, Intervals.ordered(right, left)))
                .matches(field, leaf, doc);
    }

    @Override
    public void visit(String field, QueryVisitor visitor) {
        var inner =
                visitor.getSubVisitor(Occur.MUST, new org.apache.lucene.queries.intervals.IntervalQuery(field, this));
        left.visit(field, inner);
        right.visit(field, inner);
    }

    @Override
    public int minExtent() {
        return left.minExtent() + right.minExtent();
    }

    @Override
    public Collection<IntervalsSource> pullUpDisjunctions() {
        return List.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnorderedIntervals same
                && gaps == same.gaps
                && left.equals(same.left)
                && right.equals(same.right);
    }

    @Override
    public int hashCode() {
        return Objects.hash(left, right, gaps);
    }

    @Override
    public String toString() {
        return "UNORDERED(" + left + "," + right + "," + gaps + ")";
    }

    /** Starts and ends in the order of both; none of the intervals contains another. */
    private static final class Sorted {
        private int[] starts = new int[16];
        private int[] ends = new int[16];
        private int size;

        void read(IntervalIterator from) throws IOException {
            size = 0;
            while (from.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
                add(from.start(), from.end());
            }
        }

        void add(int start, int end) {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
            }
            starts[size] = start;
            ends[size++] = end;
        }

        /** What each interval of one makes with the next of the other behind it, the shortest with each of these. */
        void follow(Sorted one, Sorted other, int gaps) {
            size = 0;
            int next = 0;
            for (int i = 0; i < one.size; i++) {
                while (next < other.size && other.starts[next] <= one.ends[i]) {
                    next++;
                }
                if (next == other.size) {
                    return;
                }
                boolean isLast = i + 1 == one.size || one.ends[i + 1] >= other.starts[next];
                if (isLast && other.starts[next] - one.ends[i] - 1 <= gaps) {
                    add(one.starts[i], other.ends[next]);
                }
            }
        }

        /** Those of both that contain none of the others. */
        void merge(Sorted one, Sorted other) {
            size = 0;
            int i = 0;
            int j = 0;
            int last = -1;
            while (i < one.size || j < other.size) {
                boolean takesOne = j == other.size || (i < one.size && one.comesBefore(i, other, j));
                int start = takesOne ? one.starts[i] : other.starts[j];
                int end = takesOne ? one.ends[i++] : other.ends[j++];
                if (start > last) {
                    add(start, end);
                    last = start;
                }
            }
        }

        private boolean comesBefore(int i, Sorted other, int j) {
            return ends[i] < other.ends[j] || (ends[i] == other.ends[j] && starts[i] >= other.starts[j]);
        }
    }

    /** Goes through the documents that have both, with all intervals of a document at once. */
    private static final class Merged extends IntervalIterator {
        private final IntervalIterator left;
        private final IntervalIterator right;
        private final int gaps;
        private final DocIdSetIterator both;
        private final Sorted lefts = new Sorted();
        private final Sorted rights = new Sorted();
        private final Sorted leftFirst = new Sorted();
        private final Sorted rightFirst = new Sorted();
        private final Sorted found = new Sorted();
        private int at = -1;

        Merged(IntervalIterator left, IntervalIterator right, int gaps) {
            this.left = left;
            this.right = right;
            this.gaps = gaps;
            this.both = ConjunctionUtils.intersectIterators(List.of(left, right));
        }

        private int moved(int doc) throws IOException {
            at = -1;
            found.size = 0;
            if (doc != NO_MORE_DOCS) {
                lefts.read(left);
                rights.read(right);
                leftFirst.follow(lefts, rights, gaps);
                rightFirst.follow(rights, lefts, gaps);
                found.merge(leftFirst, rightFirst);
            }
            return doc;
        }

        @Override
        public int docID() {
            return both.docID();
        }

        @Override
        public int nextDoc() throws IOException {
            return moved(both.nextDoc());
        }

        @Override
        public int advance(int target) throws IOException {
            return moved(both.advance(target));
        }

        @Override
        public long cost() {
            return both.cost();
        }

        @Override
        public int nextInterval() {
            if (at < found.size) {
                at++;
            }
            return start();
        }

        @Override
        public int start() {
            if (at < 0) {
                return -1;
            }
            return at < found.size ? found.starts[at] : NO_MORE_INTERVALS;
        }

        @Override
        public int end() {
            if (at < 0) {
                return -1;
            }
            return at < found.size ? found.ends[at] : NO_MORE_INTERVALS;
        }

        @Override
        public int gaps() {
            return 0;
        }

        @Override
        public float matchCost() {
            return left.matchCost() + right.matchCost();
        }
    }
}
