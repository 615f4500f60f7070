package org.precedent.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.precedent.lucene.ResultSet.Base;
import org.precedent.search.Facet;
import org.precedent.search.FacetCount;
import org.precedent.search.FacetPaths;
import org.precedent.search.Total;

/**
 * Counts the values of a facet among hits, as issues and as letters, in tree order.
 */
final class FacetCounting {
    private final FacetPaths paths;

    FacetCounting(FacetPaths paths) {
        this.paths = paths;
    }

    /** The counts of every facet, each among the hits it is to be counted among. */
    Map<Facet, List<FacetCount>> count(ResultSet result) {
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        var facets = new IdentityHashMap<Base, List<Facet>>();
        for (var facet : Facet.values()) {
            facets.computeIfAbsent(result.countedFor(facet), b -> new ArrayList<>())
                    .add(facet);
        }
        facets.forEach((base, some) -> counts.putAll(count(some, base)));
        return counts;
    }

    /** The counts of some facets among the same hits. */
    Map<Facet, List<FacetCount>> count(List<Facet> facets, Base base) {
        return switch (base) {
            case Base.Issues issues -> count(facets, issues.hits());
            case Base.Letters letters ->
                facets.stream()
                        .collect(Collectors.toMap(f -> f, f -> inTreeOrder(f, LetterScopeCounting.count(f, letters))));
        };
    }

    private Map<Facet, List<FacetCount>> count(List<Facet> facets, Hits hits) {
        var view = hits.view();
        return hits.isEveryIssue()
                ? view.once("counts of all " + facets, () -> counted(facets, hits))
                : counted(facets, hits);
    }

    private Map<Facet, List<FacetCount>> counted(List<Facet> facets, Hits hits) {
        var sums = new EnumMap<Facet, Map<String, long[]>>(Facet.class);
        facets.forEach(f -> sums.put(f, new HashMap<>()));
        for (int i = 0; i < hits.bits().size(); i++) {
            var columns = hits.view().segments().get(i);
            var found = SegmentHits.of(hits.bits().get(i), columns.letters());
            if (!found.isEmpty()) {
                sums.forEach(
                        (facet, sum) -> add(sum, columns.facet(facet), counts(facet, columns.facet(facet), found)));
            }
        }
        var counts = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        sums.forEach((facet, sum) -> counts.put(facet, inTreeOrder(facet, sum)));
        return counts;
    }

    private static int[][] counts(Facet facet, FacetColumn column, SegmentHits hits) {
        return switch (facet.level()) {
            case ISSUE -> hits.count(column);
            case LETTER -> hits.countByLetter(column);
        };
    }

    private static void add(Map<String, long[]> sums, FacetColumn column, int[]... found) {
        for (int v = 0; v < found.length; v++) {
            if (found[v][0] > 0) {
                var sum = sums.computeIfAbsent(column.values().get(v), k -> new long[2]);
                sum[0] += found[v][0];
                sum[1] += found[v][1];
            }
        }
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
