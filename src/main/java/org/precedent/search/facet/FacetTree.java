package org.precedent.search.facet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Orders the counts of one facet as a tree: siblings by issues descending then value, each before those below it.
 */
public final class FacetTree {
    private final Map<String, FacetCount> counts;
    private final Map<String, List<FacetCount>> children = new HashMap<>();
    private final List<FacetCount> roots = new ArrayList<>();

    private FacetTree(Map<String, FacetCount> counts) {
        this.counts = counts;
    }

    /**
     * The counts in order. A value above others may itself have no issue; then it only orders them.
     *
     * @param counts by value
     */
    public static List<FacetCount> inOrder(Map<String, FacetCount> counts) {
        var tree = new FacetTree(counts);
        var placed = new HashSet<String>();
        counts.values().forEach(count -> {
            for (int depth = 0; depth < count.path().size(); depth++) {
                if (placed.add(count.path().get(depth))) {
                    tree.place(count.path().subList(0, depth + 1));
                }
            }
        });
        var ordered = new ArrayList<FacetCount>();
        tree.visit(tree.roots, ordered);
        ordered.removeIf(c -> c.total().issues() == 0);
        return ordered;
    }

    private void place(List<String> path) {
        var value = path.getLast();
        var siblings =
                path.size() == 1 ? roots : children.computeIfAbsent(path.get(path.size() - 2), k -> new ArrayList<>());
        var known = counts.get(value);
        siblings.add(new FacetCount(value, path, known == null ? Total.ZERO : known.total()));
    }

    private void visit(List<FacetCount> siblings, List<FacetCount> ordered) {
        siblings.sort(
                Comparator.comparingLong((FacetCount c) -> -c.total().issues()).thenComparing(FacetCount::value));
        for (var count : siblings) {
            ordered.add(count);
            visit(children.getOrDefault(count.value(), new ArrayList<>()), ordered);
        }
    }
}
