package org.precedent.search.facet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of one facet as a tree, used to sort their counts: siblings by issues descending, then value, parents before children.
 * Immutable, so that one tree per index can sort the counts of every search.
 */
public final class FacetTree {
    private final List<Node> roots;

    /**
     * A node of the tree.
     *
     * @param index index of the value among those the tree was built from; -1 if it is only an ancestor of others
     * @param children child nodes, sorted by value
     */
    private record Node(FacetLabel label, int index, List<Node> children) {
        String value() {
            return label.value();
        }
    }

    private FacetTree(List<Node> roots) {
        this.roots = roots;
    }

    /**
     * Builds the tree of the given values.
     *
     * @param paths one path per distinct value, each from the root to the value, inclusive; ancestors need no path of their own
     */
    public static FacetTree of(List<List<String>> paths) {
        var indexes = new HashMap<String, Integer>();
        paths.forEach(path -> indexes.put(path.getLast(), indexes.size()));
        var roots = new ArrayList<Node>();
        var placed = new HashMap<String, Node>();
        for (var path : paths) {
            List<Node> siblings = roots;
            for (int depth = 1; depth <= path.size(); depth++) {
                var value = path.get(depth - 1);
                var node = placed.get(value);
                if (node == null) {
                    node = new Node(
                            new FacetLabel(value, path.subList(0, depth)),
                            indexes.getOrDefault(value, -1),
                            new ArrayList<>());
                    placed.put(value, node);
                    siblings.add(node);
                }
                siblings = node.children;
            }
        }
        sortByValue(roots);
        return new FacetTree(roots);
    }

    private static void sortByValue(List<Node> siblings) {
        siblings.sort(Comparator.comparing(Node::value));
        siblings.forEach(node -> sortByValue(node.children));
    }

    /**
     * The counts in tree order. An ancestor that has no count itself only affects the order of its descendants.
     *
     * @param counts counts by value
     */
    public static List<FacetCount> inOrder(Map<String, FacetCount> counts) {
        var all = List.copyOf(counts.values());
        return of(all.stream().map(FacetCount::path).toList())
                .inOrder(
                        all.stream().mapToLong(c -> c.total().issues()).toArray(),
                        all.stream().mapToLong(c -> c.total().determinations()).toArray());
    }

    /**
     * The counts in tree order, without values that no issue has.
     *
     * @param issues number of issues with each of the values the tree was built from
     * @param determinations number of determinations with each of them
     */
    public List<FacetCount> inOrder(long[] issues, long[] determinations) {
        var ordered = new ArrayList<FacetCount>();
        visit(roots, issues, determinations, ordered);
        return ordered;
    }

    private static void visit(List<Node> siblings, long[] issues, long[] determinations, List<FacetCount> ordered) {
        var keys = new long[siblings.size()];
        int found = 0;
        for (int i = 0; i < keys.length; i++) {
            var node = siblings.get(i);
            long count = issues(node, issues);
            if (count > 0 || !node.children.isEmpty()) {
                // by issues descending, then in the order of the siblings, which are sorted by value
                keys[found++] = (Integer.MAX_VALUE - count) << Integer.SIZE | i;
            }
        }
        Arrays.sort(keys, 0, found);
        for (int i = 0; i < found; i++) {
            var node = siblings.get((int) keys[i]);
            if (issues(node, issues) > 0) {
                var total = new Total(issues[node.index], determinations[node.index]);
                ordered.add(new FacetCount(node.label, total));
            }
            if (!node.children.isEmpty()) {
                visit(node.children, issues, determinations, ordered);
            }
        }
    }

    private static long issues(Node node, long[] issues) {
        return node.index < 0 ? 0 : issues[node.index];
    }
}
