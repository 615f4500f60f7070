package org.precedent.lucene.facet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.lucene.facet.ResultSet.Base;
import org.precedent.lucene.snapshot.FacetColumn;
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
    /** With more hits than one in this many documents, values are counted word-wise over the bits of all. */
    private static final int FEW = 12;

    private final FacetPaths paths;
    private final SearchDeadline deadline;

    /** Issues and letters with a value, and where it stands in its tree. */
    private record Sum(List<String> path, long issues, long letters) {
        Sum and(Sum other) {
            return new Sum(path, issues + other.issues, letters + other.letters);
        }
    }

    public FacetCounter(FacetPaths paths) {
        this(paths, SearchDeadline.after(SearchDeadline.LIMIT));
    }

    /** A counter for a search that must end in time. */
    public FacetCounter(FacetPaths paths, SearchDeadline deadline) {
        this.paths = paths;
        this.deadline = deadline;
    }

    /** The counts of some facets, each among the hits it is to be counted among. */
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

    /** The counts of some facets among the same hits. */
    public Map<Facet, List<FacetCount>> count(List<Facet> facets, Base base) {
        return switch (base) {
            case Base.Issues issues -> count(facets, issues.hits());
            case Base.Letters letters ->
                facets.stream()
                        .collect(Collectors.toMap(
                                f -> f, f -> inTreeOrder(summed(f, LetterScopeCounter.count(f, letters)))));
        };
    }

    private Map<Facet, List<FacetCount>> count(List<Facet> facets, IssueSet hits) {
        var view = hits.snapshot();
        return hits.isEveryIssue()
                ? view.computeOnce("counts of all " + facets, () -> counted(facets, hits))
                : counted(facets, hits);
    }

    private Map<Facet, List<FacetCount>> counted(List<Facet> facets, IssueSet hits) {
        var sums = new EnumMap<Facet, Map<String, Sum>>(Facet.class);
        facets.forEach(f -> sums.put(f, new HashMap<>()));
        for (int i = 0; i < hits.bits().size(); i++) {
            deadline.check();
            var columns = hits.snapshot().segments().get(i);
            var counter = counter(hits.bits().get(i), columns.letters());
            sums.forEach((facet, sum) -> add(sum, columns.facet(facet), counter.count(facet, columns.facet(facet))));
        }
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        sums.forEach((facet, sum) -> counts.put(facet, inTreeOrder(sum)));
        return counts;
    }

    /** Counts the values of a facet among the hits of one segment: issues at 0, letters at 1. */
    private interface Counter {
        int[][] count(Facet facet, FacetColumn column);
    }

    private static Counter counter(FixedBitSet hits, FixedBitSet letters) {
        int size = hits.cardinality();
        if (size > hits.length() / FEW) {
            return (facet, column) -> column.count(hits, letters);
        }
        if (size == 0) {
            return (facet, column) -> new int[0][];
        }
        var listed = SegmentHits.of(hits, letters);
        return (facet, column) -> switch (facet.level()) {
            case ISSUE -> listed.count(column);
            case LETTER -> listed.countByLetter(column);
        };
    }

    private Map<String, Sum> summed(Facet facet, Map<String, long[]> counts) {
        var sums = new HashMap<String, Sum>();
        counts.forEach((value, count) -> sums.put(value, new Sum(paths.path(facet, value), count[0], count[1])));
        return sums;
    }

    private static void add(Map<String, Sum> sums, FacetColumn column, int[]... found) {
        for (int v = 0; v < found.length; v++) {
            if (found[v][0] > 0) {
                sums.merge(column.values().get(v), new Sum(column.path(v), found[v][0], found[v][1]), Sum::and);
            }
        }
    }

    private static List<FacetCount> inTreeOrder(Map<String, Sum> sums) {
        var counts = new HashMap<String, FacetCount>();
        sums.forEach(
                (value, sum) -> counts.put(value, new FacetCount(value, sum.path, new Total(sum.issues, sum.letters))));
        return FacetTree.inOrder(counts);
    }

    /**
     * The hits of one segment as a list grouped by determination, built once to count many facets. Not thread-safe.
     */
    private static final class SegmentHits {
        private final int[] docs;
        private final int[] ends;
        private final int letters;
        private final int[] codes;

        private SegmentHits(int[] docs, int[] ends, int letters) {
            this.docs = docs;
            this.ends = ends;
            this.letters = letters;
            this.codes = new int[docs.length];
        }

        /**
         * Lists hits.
         *
         * @param hits issues
         * @param letters the letters' own documents, each behind its issues
         */
        static SegmentHits of(FixedBitSet hits, FixedBitSet letters) {
            var docs = new int[hits.cardinality()];
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
                        groups++;
                    }
                    docs[count++] = doc;
                    ends[groups - 1] = count;
                }
            }
            return new SegmentHits(docs, ends, groups);
        }

        /**
         * Counts the values of a facet of issues.
         *
         * @return per value how many issues have it at 0, and how many letters at 1
         */
        int[][] count(FacetColumn column) {
            column.codes().get(docs, docs.length, codes);
            var counts = new Counts(column);
            int from = 0;
            for (int i = 0; i < letters; i++) {
                int to = ends[i];
                if (to - from == 1 || isSame(codes, from, to)) {
                    counts.add(codes[from], to - from);
                } else {
                    counts.add(codes, from, to, i);
                }
                from = to;
            }
            return counts.byValue();
        }

        /** The same for a facet of letters, which all issues of a letter share. */
        int[][] countByLetter(FacetColumn column) {
            var counts = new Counts(column);
            int from = 0;
            for (int i = 0; i < letters; i++) {
                counts.add(column.codes().get(docs[from]), ends[i] - from);
                from = ends[i];
            }
            return counts.byValue();
        }

        private static boolean isSame(int[] codes, int from, int to) {
            for (int i = from + 1; i < to; i++) {
                if (codes[i] != codes[from]) {
                    return false;
                }
            }
            return true;
        }

        /** Letters whose hits all have one combination are counted by combination, the others by value. */
        private static final class Counts {
            private final int[][] combinations;
            private final int[] issues;
            private final int[] letters;
            private final int[][] values;
            private final int[] seen;

            Counts(FacetColumn column) {
                this.combinations = column.combinations();
                this.issues = new int[combinations.length];
                this.letters = new int[combinations.length];
                this.values = new int[column.values().size()][2];
                this.seen = new int[values.length];
                Arrays.fill(seen, -1);
            }

            void add(int code, int hits) {
                issues[code] += hits;
                letters[code]++;
            }

            void add(int[] codes, int from, int to, int letter) {
                for (int i = from; i < to; i++) {
                    for (int value : combinations[codes[i]]) {
                        values[value][0]++;
                        if (seen[value] != letter) {
                            seen[value] = letter;
                            values[value][1]++;
                        }
                    }
                }
            }

            int[][] byValue() {
                for (int c = 0; c < combinations.length; c++) {
                    if (letters[c] > 0) {
                        for (int value : combinations[c]) {
                            values[value][0] += issues[c];
                            values[value][1] += letters[c];
                        }
                    }
                }
                return values;
            }
        }
    }
}
