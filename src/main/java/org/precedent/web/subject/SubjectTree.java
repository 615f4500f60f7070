package org.precedent.web.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.query.ClosestName;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.view.SubjectAddress;

/**
 * Tree of all guidelines, or of all treatments, in an index with the paths of their pages. The counts of an item cover only the issues of
 * the treatment above it, since the same drug or device is also requested elsewhere. Immutable.
 */
final class SubjectTree {
    private final SubjectKind kind;
    private final Map<String, Node> byHref = new HashMap<>();
    private final Map<String, Node> byValue = new LinkedHashMap<>();
    private final Map<String, List<Node>> below = new HashMap<>();

    private SubjectTree(SubjectKind kind) {
        this.kind = kind;
    }

    /**
     * An item of a treatment.
     *
     * @param value name of the item
     * @param request search for the issues of the treatment in which it is requested
     * @param counts counts of those issues
     */
    record Item(String value, SearchRequest request, Counts counts) {}

    /**
     * A guideline or treatment, or a part of one.
     *
     * @param value value in the URLs of searches
     * @param label label below its parent
     * @param above its ancestors, from the top
     * @param href path of its page
     * @param request search for the issues about it
     * @param counts counts of those issues
     * @param administrator counts of the issues in which the claims administrator cites it; zero for a treatment
     */
    record Node(
            String value,
            String label,
            List<Node> above,
            String href,
            SearchRequest request,
            Counts counts,
            Counts administrator) {
        Node {
            above = List.copyOf(above);
        }
    }

    /**
     * Builds the tree.
     *
     * @param cells counts of each value
     * @param administrator counts of each value by citations of the claims administrator
     * @param itemsOf items of each treatment that has any, in display order
     */
    static SubjectTree build(
            SubjectKind kind,
            FacetPaths paths,
            List<Cell> cells,
            List<Cell> administrator,
            Map<String, List<Item>> itemsOf) {
        var tree = new SubjectTree(kind);
        var counts = byValue(cells);
        var others = byValue(administrator);
        var values = new TreeMap<String, List<String>>();
        counts.keySet().forEach(v -> values.put(v, paths.path(kind.facet(), v)));
        others.keySet().forEach(v -> values.put(v, paths.path(kind.facet(), v)));
        values.values().stream()
                .filter(path -> !kind.isCountedBelow(path.getLast()))
                .sorted(Comparator.comparingInt((List<String> path) -> path.size())
                        .thenComparing(List::getLast))
                .forEach(path -> tree.add(path, counts, others));
        tree.below
                .values()
                .forEach(nodes ->
                        nodes.sort(Comparator.comparingLong((Node n) -> -n.counts.issues() - n.administrator.issues())
                                .thenComparing(Node::label)));
        List.copyOf(tree.byValue.values()).forEach(node -> tree.addItems(node, itemsOf));
        return tree;
    }

    private static Map<String, Counts> byValue(List<Cell> cells) {
        var counts = new HashMap<String, Counts>();
        cells.stream()
                .filter(c -> !c.values().getFirst().equals(Facet.NOT_STATED))
                .forEach(c -> counts.put(c.values().getFirst(), c.counts()));
        return counts;
    }

    private Node add(List<String> path, Map<String, Counts> counts, Map<String, Counts> others) {
        var value = path.getLast();
        var known = byValue.get(value);
        if (known != null) {
            return known;
        }
        var above = new ArrayList<Node>();
        if (path.size() > 1) {
            var parent = add(path.subList(0, path.size() - 1), counts, others);
            above.addAll(parent.above);
            above.add(parent);
        }
        var base = above.isEmpty() ? kind.root() : above.getLast().href;
        var label = above.isEmpty() ? value : kind.label(above.getLast().value, value);
        var node = new Node(
                value,
                label,
                above,
                uniquePath(base + "/" + SubjectAddress.part(label)),
                kind.requestFor(value),
                counts.getOrDefault(value, Counts.ZERO),
                others.getOrDefault(value, Counts.ZERO));
        byValue.put(value, node);
        byHref.put(node.href, node);
        below.computeIfAbsent(base, b -> new ArrayList<>()).add(node);
        return node;
    }

    /** Appends a number if the path is taken: names that differ only in punctuation have the same path. */
    private String uniquePath(String href) {
        var free = href;
        for (int n = 2; byHref.containsKey(free); n++) {
            free = href + "-" + n;
        }
        return free;
    }

    /**
     * Finds the node with the given path parts, ignoring case and punctuation; empty when there is none.
     */
    Optional<Node> find(List<String> parts) {
        return Optional.ofNullable(byHref.get(href(parts)));
    }

    /**
     * Finds the node whose path is closest to one that does not exist; empty when none is close.
     */
    Optional<Node> nearest(List<String> parts) {
        var base = kind.root();
        for (int i = 0; i < parts.size(); i++) {
            var href = base + "/" + SubjectAddress.part(parts.get(i));
            if (!byHref.containsKey(href)) {
                var names = new HashMap<String, Node>();
                below.getOrDefault(base, List.of()).forEach(n -> names.put(lastPart(n.href), n));
                return ClosestName.find(SubjectAddress.part(parts.get(i)), names.keySet())
                        .map(names::get);
            }
            base = href;
        }
        return Optional.empty();
    }

    private static String lastPart(String href) {
        return href.substring(href.lastIndexOf('/') + 1);
    }

    private String href(List<String> parts) {
        var href = new StringBuilder(kind.root());
        parts.forEach(p -> href.append('/').append(SubjectAddress.part(p)));
        return href.toString();
    }

    /** Nodes directly below a node, most frequent first. */
    List<Node> children(Node node) {
        return below.getOrDefault(node.href, List.of());
    }

    private void addItems(Node node, Map<String, List<Item>> itemsOf) {
        var above = new ArrayList<>(node.above);
        above.add(node);
        for (var item : itemsOf.getOrDefault(node.value, List.of())) {
            var href = uniquePath(node.href + "/" + SubjectAddress.part(item.value));
            var one = new Node(item.value, item.value, above, href, item.request, item.counts, Counts.ZERO);
            byHref.put(href, one);
            below.computeIfAbsent(node.href, h -> new ArrayList<>()).add(one);
        }
    }

    /** All nodes. */
    List<Node> all() {
        return byValue.values().stream()
                .flatMap(node -> kind.hasItems(node.value)
                        ? Stream.concat(Stream.of(node), children(node).stream())
                        : Stream.of(node))
                .toList();
    }

    /** Nodes of the top level. */
    List<Node> top() {
        return below.getOrDefault(kind.root(), List.of());
    }
}
