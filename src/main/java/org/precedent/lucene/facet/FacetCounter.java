package org.precedent.lucene.facet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.precedent.lucene.facet.ResultSet.Base;
import org.precedent.lucene.snapshot.FacetColumn;
import org.precedent.lucene.snapshot.FacetColumn.CountSink;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.lucene.snapshot.SearchDeadline;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetTree;
import org.precedent.search.facet.Total;

/**
 * Counts facet values among the issues of a result, as issues and as determinations, in tree order.
 */
public final class FacetCounter {
    private final FacetPaths paths;
    private final SearchDeadline deadline;

    public FacetCounter(FacetPaths paths) {
        this(paths, SearchDeadline.after(SearchDeadline.LIMIT));
    }

    /** Creates a counter for a search with a deadline. */
    public FacetCounter(FacetPaths paths, SearchDeadline deadline) {
        this.paths = paths;
        this.deadline = deadline;
    }

    /** Counts facets, each among the issues its counts refer to. */
    public Map<Facet, List<FacetCount>> count(List<Facet> wanted, ResultSet result) {
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        var facets = new IdentityHashMap<Base, List<Facet>>();
        for (var facet : wanted) {
            facets.computeIfAbsent(result.baseFor(facet), b -> new ArrayList<>())
                    .add(facet);
        }
        facets.forEach((base, some) -> counts.putAll(count(some, base)));
        return counts;
    }

    /** Counts facets among the same issues. */
    public Map<Facet, List<FacetCount>> count(List<Facet> facets, Base base) {
        return switch (base) {
            case Base.Issues issues -> count(facets, issues.hits());
            case Base.Letters letters ->
                facets.stream()
                        .collect(Collectors.toMap(
                                f -> f, f -> FacetTree.inOrder(summed(f, LetterScopeCounter.count(f, letters)))));
        };
    }

    private Map<Facet, List<FacetCount>> count(List<Facet> facets, IssueSet hits) {
        var view = hits.snapshot();
        return hits.isEveryIssue()
                ? view.computeOnce("counts of all " + facets, () -> counted(facets, hits))
                : counted(facets, hits);
    }

    private Map<Facet, List<FacetCount>> counted(List<Facet> facets, IssueSet hits) {
        var sums = new EnumMap<Facet, GlobalOrdinals.Sums>(Facet.class);
        facets.forEach(f -> sums.put(f, GlobalOrdinals.of(hits.snapshot(), f).sums()));
        for (int i = 0; i < hits.bits().size(); i++) {
            deadline.check();
            int segment = i;
            var columns = hits.snapshot().segments().get(i);
            var counter = new SegmentCounter(hits.bits().get(i), columns.letters());
            sums.forEach((facet, sum) -> counter.count(facet, columns.facet(facet), sum.ofSegment(segment)));
        }
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        sums.forEach((facet, sum) -> counts.put(facet, sum.inTreeOrder()));
        return counts;
    }

    private Map<String, FacetCount> summed(Facet facet, Map<String, long[]> counts) {
        var sums = new HashMap<String, FacetCount>();
        counts.forEach((value, count) ->
                sums.put(value, new FacetCount(value, paths.path(facet, value), new Total(count[0], count[1]))));
        return sums;
    }

    /**
     * Counts facets among the hits of one segment, choosing the cheaper of two methods for each facet. Not thread-safe.
     */
    private static final class SegmentCounter {
        /** Cost of listing one hit, in steps of {@link FacetColumn#countingSteps}; measured. */
        private static final int STEPS_PER_HIT = 2;

        private final FixedBitSet hits;
        private final FixedBitSet letters;
        private final int size;
        private @Nullable SegmentHits listed;

        SegmentCounter(FixedBitSet hits, FixedBitSet letters) {
            this.hits = hits;
            this.letters = letters;
            this.size = hits.cardinality();
        }

        void count(Facet facet, FacetColumn column, CountSink into) {
            if (size == 0) {
                return;
            }
            if ((long) STEPS_PER_HIT * size > column.countingSteps()) {
                column.count(hits, letters, into);
                return;
            }
            switch (facet.level()) {
                case ISSUE -> listed().count(column, into);
                case LETTER -> listed().countByLetter(column, into);
            }
        }

        private SegmentHits listed() {
            var list = listed;
            if (list == null) {
                list = SegmentHits.of(hits, letters);
                listed = list;
            }
            return list;
        }
    }

    /**
     * The hits of one segment as a list grouped by determination, built once to count many facets. Not thread-safe.
     */
    private static final class SegmentHits {
        private final int[] docs;
        private final int[] firsts;
        private final int[] ends;
        private final int letters;
        private final int[] codes;

        private SegmentHits(int[] docs, int[] firsts, int[] ends, int letters) {
            this.docs = docs;
            this.firsts = firsts;
            this.ends = ends;
            this.letters = letters;
            this.codes = new int[docs.length];
        }

        /**
         * Creates the list.
         *
         * @param hits issue documents
         * @param letters documents of determinations, each after its issues
         */
        static SegmentHits of(FixedBitSet hits, FixedBitSet letters) {
            var docs = new int[hits.cardinality()];
            var firsts = new int[docs.length];
            var ends = new int[docs.length];
            int count = 0;
            int groups = 0;
            int letter = -1;
            var words = hits.getBits();
            int used = FixedBitSet.bits2words(hits.length());
            for (int i = 0; i < used; i++) {
                for (long word = words[i]; word != 0; word &= word - 1) {
                    int doc = (i << 6) + Long.numberOfTrailingZeros(word);
                    if (doc > letter) {
                        letter = letters.nextSetBit(doc);
                        firsts[groups] = doc;
                        groups++;
                    }
                    docs[count++] = doc;
                    ends[groups - 1] = count;
                }
            }
            return new SegmentHits(docs, firsts, ends, groups);
        }

        /**
         * Counts the values of an issue-level facet.
         */
        void count(FacetColumn column, CountSink into) {
            column.codes().get(docs, docs.length, codes);
            var counts = new Counts(column, letters, into);
            int from = 0;
            for (int i = 0; i < letters; i++) {
                int to = ends[i];
                if (to - from == 1 || isSame(codes, from, to)) {
                    counts.add(codes[from], to - from, 1);
                } else {
                    counts.addEach(codes, from, to, i + 1);
                }
                from = to;
            }
            counts.flush();
        }

        /** Counts the values of a determination-level facet, which all issues of a determination share. */
        void countByLetter(FacetColumn column, CountSink into) {
            column.codes().get(firsts, letters, codes);
            var counts = new Counts(column, letters, into);
            int from = 0;
            for (int i = 0; i < letters; i++) {
                counts.add(codes[i], ends[i] - from, 1);
                from = ends[i];
            }
            counts.flush();
        }

        private static boolean isSame(int[] codes, int from, int to) {
            for (int i = from + 1; i < to; i++) {
                if (codes[i] != codes[from]) {
                    return false;
                }
            }
            return true;
        }

        /**
         * Accumulates counts. If there are more determinations than value combinations, determinations whose hits all have the same
         * combination are first counted by combination; the others are counted by value directly.
         */
        private static final class Counts {
            private final int[][] combinations;
            private final CountSink into;
            private final boolean byCombination;
            private final int[] issues;
            private final int[] letters;

            /** For each value, the number (from 1) of the determination it was last counted for. */
            private final int[] seen;

            Counts(FacetColumn column, int found, CountSink into) {
                this.combinations = column.combinations();
                this.into = into;
                this.byCombination = found > combinations.length;
                this.issues = new int[byCombination ? combinations.length : 0];
                this.letters = new int[issues.length];
                this.seen = new int[column.values().size()];
            }

            void add(int code, int hits, int some) {
                if (byCombination) {
                    issues[code] += hits;
                    letters[code] += some;
                } else {
                    addValues(code, hits, some);
                }
            }

            private void addValues(int code, int hits, int some) {
                for (int value : combinations[code]) {
                    into.add(value, hits, some);
                }
            }

            /**
             * Counts hits of one determination that differ in their values: the determination counts once for each value that any of them
             * has.
             */
            void addEach(int[] codes, int from, int to, int letter) {
                add(codes[from], 1, 1);
                for (int value : combinations[codes[from]]) {
                    seen[value] = letter;
                }
                for (int i = from + 1; i < to; i++) {
                    add(codes[i], 1, 0);
                    for (int value : combinations[codes[i]]) {
                        if (seen[value] != letter) {
                            seen[value] = letter;
                            into.add(value, 0, 1);
                        }
                    }
                }
            }

            /** Distributes the counts by combination to the values. */
            void flush() {
                for (int c = 0; c < issues.length; c++) {
                    if (issues[c] > 0) {
                        addValues(c, issues[c], letters[c]);
                    }
                }
            }
        }
    }
}
