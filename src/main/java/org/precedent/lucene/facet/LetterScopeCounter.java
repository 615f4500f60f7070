package org.precedent.lucene.facet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.precedent.lucene.facet.ResultSet.Base;
import org.precedent.lucene.snapshot.BlockBits;
import org.precedent.search.facet.Facet;

/**
 * Counts facet values when different issues of a determination may meet the constraints: for each value, the determinations that have it in
 * any issue, with all their matching issues.
 */
final class LetterScopeCounter {
    private final Facet facet;
    private final Base.Letters base;
    private final Map<String, long[]> counts = new HashMap<>();

    private LetterScopeCounter(Facet facet, Base.Letters base) {
        this.facet = facet;
        this.base = base;
    }

    /** Returns the number of issues (index 0) and determinations (index 1) by value. */
    static Map<String, long[]> count(Facet facet, Base.Letters base) {
        var counting = new LetterScopeCounter(facet, base);
        for (int segment = 0; segment < base.letters().bits().size(); segment++) {
            counting.segment(segment);
        }
        return counting.counts;
    }

    private void segment(int segment) {
        var letters = base.letters().bits().get(segment);
        var columns = base.letters().snapshot().segments().get(segment);
        for (int doc = BlockBits.next(letters, 0); doc != BlockBits.NONE; ) {
            int end = columns.letterOf(doc);
            letter(segment, doc, end);
            doc = BlockBits.next(letters, end + 1);
        }
    }

    private void letter(int segment, int first, int end) {
        long meeting = 0;
        for (int doc = first; doc < end; doc++) {
            meeting += isCounted(segment, doc) ? 1 : 0;
        }
        var column = base.letters().snapshot().facet(segment, facet);
        var seen = new HashSet<String>();
        for (int doc = first; doc < end; doc++) {
            for (int value : column.valuesOf(doc)) {
                var name = column.values().get(value);
                var sum = counts.computeIfAbsent(name, k -> new long[2]);
                if (seen.add(name)) {
                    sum[0] += meeting;
                    sum[1]++;
                }
                if (facet.level() == Facet.Level.ISSUE && !isCounted(segment, doc)) {
                    sum[0]++;
                }
            }
        }
    }

    private boolean isCounted(int segment, int doc) {
        return base.meeting().map(m -> m.bits().get(segment).get(doc)).orElse(facet.level() == Facet.Level.LETTER);
    }
}
