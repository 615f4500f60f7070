package org.precedent.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.precedent.lucene.ResultSet.Base;
import org.precedent.search.Facet;
import org.precedent.search.FacetCount;
import org.precedent.search.FacetPaths;
import org.precedent.search.Total;

/**
 * Counts the values of a facet among hits, as issues and as letters, in tree order.
 */
final class FacetCounting {
    /** Below one hit in so many documents, hits are looked at one by one. */
    private static final int FEW = 64;

    private final FacetPaths paths;

    FacetCounting(FacetPaths paths) {
        this.paths = paths;
    }

    List<FacetCount> count(Facet facet, Base base) {
        return switch (base) {
            case Base.Issues issues -> count(facet, issues.hits());
            case Base.Letters letters -> inTreeOrder(facet, LetterScopeCounting.count(facet, letters));
        };
    }

    private List<FacetCount> count(Facet facet, Hits hits) {
        var counts = new HashMap<String, long[]>();
        for (int i = 0; i < hits.bits().size(); i++) {
            var bits = hits.bits().get(i);
            var columns = hits.view().segments().get(i);
            var column = columns.facet(facet);
            long[][] found = bits.approximateCardinality() < bits.length() / FEW
                    ? byHit(hits, i, column)
                    : byValue(hits, i, column);
            for (int v = 0; v < found.length; v++) {
                if (found[v][0] > 0) {
                    var sum = counts.computeIfAbsent(column.values().get(v), k -> new long[2]);
                    sum[0] += found[v][0];
                    sum[1] += found[v][1];
                }
            }
        }
        return inTreeOrder(facet, counts);
    }

    private static long[][] byValue(Hits hits, int segment, FacetColumn column) {
        var counts = new long[column.values().size()][];
        for (int v = 0; v < counts.length; v++) {
            counts[v] = Blocks.count(
                    hits.bits().get(segment),
                    column.documents(v),
                    hits.view().segments().get(segment));
        }
        return counts;
    }

    private static long[][] byHit(Hits hits, int segment, FacetColumn column) {
        var bits = hits.bits().get(segment);
        var columns = hits.view().segments().get(segment);
        var counts = new long[column.values().size()][2];
        var counted = new int[counts.length];
        int end = -1;
        for (int doc = Blocks.next(bits, 0); doc != Blocks.NONE; doc = Blocks.next(bits, doc + 1)) {
            if (doc > end) {
                end = columns.letterOf(doc);
            }
            for (int v : column.valuesOf(doc)) {
                counts[v][0]++;
                if (counted[v] != end) {
                    counted[v] = end;
                    counts[v][1]++;
                }
            }
        }
        return counts;
    }

    private List<FacetCount> inTreeOrder(Facet facet, Map<String, long[]> counts) {
        var children = new HashMap<String, List<FacetCount>>();
        var roots = new ArrayList<FacetCount>();
        counts.forEach((value, sum) -> {
            var path = paths.path(facet, value);
            var count = new FacetCount(value, path, new Total(sum[0], sum[1]));
            if (path.size() < 2) {
                roots.add(count);
            } else {
                children.computeIfAbsent(path.get(path.size() - 2), k -> new ArrayList<>())
                        .add(count);
            }
        });
        var ordered = new ArrayList<FacetCount>();
        visit(roots, children, ordered);
        return ordered;
    }

    private static void visit(
            List<FacetCount> siblings, Map<String, List<FacetCount>> children, List<FacetCount> ordered) {
        siblings.sort(
                Comparator.comparingLong((FacetCount c) -> -c.total().issues()).thenComparing(FacetCount::value));
        for (var count : siblings) {
            ordered.add(count);
            visit(children.getOrDefault(count.value(), new ArrayList<>()), children, ordered);
        }
    }
}
