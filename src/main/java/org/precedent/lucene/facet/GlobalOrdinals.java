package org.precedent.lucene.facet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.precedent.lucene.snapshot.FacetColumn;
import org.precedent.lucene.snapshot.FacetColumn.CountSink;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetTree;

/**
 * Global ordinals of a facet: its values in all segments of a snapshot, numbered together, so that counts of segments are added as
 * numbers and not looked up by name for every search. Immutable.
 */
final class GlobalOrdinals {
    private final int[][] bySegment;
    private final int count;
    private final FacetTree tree;

    private GlobalOrdinals(List<FacetColumn> segments) {
        var known = new HashMap<String, Integer>();
        var paths = new ArrayList<List<String>>();
        this.bySegment = new int[segments.size()][];
        for (int s = 0; s < bySegment.length; s++) {
            var column = segments.get(s);
            bySegment[s] = new int[column.values().size()];
            for (int v = 0; v < bySegment[s].length; v++) {
                var path = column.path(v);
                bySegment[s][v] = known.computeIfAbsent(column.values().get(v), unseen -> {
                    paths.add(path);
                    return paths.size() - 1;
                });
            }
        }
        this.count = paths.size();
        this.tree = FacetTree.of(paths);
    }

    /** Those of a snapshot, numbered on first use. */
    static GlobalOrdinals of(IndexSnapshot snapshot, Facet facet) {
        return snapshot.computeOnce(
                "global ordinals of " + facet,
                () -> new GlobalOrdinals(
                        snapshot.segments().stream().map(s -> s.facet(facet)).toList()));
    }

    /** Sums of the counts of segments, none yet. */
    Sums sums() {
        return new Sums();
    }

    /** Counts of every value, summed up segment by segment. Not thread-safe. */
    final class Sums {
        private final long[] issues = new long[count];
        private final long[] letters = new long[count];

        /** Takes the counts of one segment. */
        CountSink ofSegment(int segment) {
            var ordinals = bySegment[segment];
            return (value, more, moreLetters) -> {
                issues[ordinals[value]] += more;
                letters[ordinals[value]] += moreLetters;
            };
        }

        List<FacetCount> inTreeOrder() {
            return tree.inOrder(issues, letters);
        }
    }
}
