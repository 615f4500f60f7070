package org.precedent.lucene.facet;

import java.util.Arrays;
import java.util.List;
import org.precedent.lucene.snapshot.FacetColumn;
import org.precedent.lucene.snapshot.FacetColumn.CountSink;
import org.precedent.lucene.snapshot.IndexSnapshot;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetTree;

/**
 * Global ordinals of a facet: its values in all segments of a snapshot, numbered consistently, so that segment counts can be summed by
 * number instead of looked up by name in every search. Immutable.
 */
final class GlobalOrdinals {
    private final GlobalValues values;
    private final int count;
    private final FacetTree tree;

    private GlobalOrdinals(List<FacetColumn> segments) {
        this.values = new GlobalValues(segments);
        this.count = values.values().size();
        var paths = new String[count][];
        for (int s = 0; s < segments.size(); s++) {
            var numbers = values.numbers(s);
            for (int v = 0; v < numbers.length; v++) {
                if (paths[numbers[v]] == null) {
                    paths[numbers[v]] = segments.get(s).path(v).toArray(String[]::new);
                }
            }
        }
        this.tree = FacetTree.of(Arrays.stream(paths).map(List::of).toList());
    }

    /** Returns the ordinals of a snapshot, computed on first use. */
    static GlobalOrdinals of(IndexSnapshot snapshot, Facet facet) {
        return snapshot.computeOnce(
                "global ordinals of " + facet,
                () -> new GlobalOrdinals(
                        snapshot.segments().stream().map(s -> s.facet(facet)).toList()));
    }

    /** Creates empty sums. */
    Sums sums() {
        return new Sums();
    }

    /** Counts of every value, accumulated segment by segment. Not thread-safe. */
    final class Sums {
        private final long[] issues = new long[count];
        private final long[] letters = new long[count];

        /** Returns a sink for the counts of one segment. */
        CountSink ofSegment(int segment) {
            var numbers = values.numbers(segment);
            return (value, more, moreLetters) -> {
                issues[numbers[value]] += more;
                letters[numbers[value]] += moreLetters;
            };
        }

        List<FacetCount> inTreeOrder() {
            return tree.inOrder(issues, letters);
        }
    }
}
