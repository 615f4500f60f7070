package org.precedent.lucene.facet;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;
import org.precedent.lucene.snapshot.FacetColumn;

/**
 * The hits of one segment as a list grouped by determination, built once to count many facets. Not thread-safe.
 */
final class SegmentHits {
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
