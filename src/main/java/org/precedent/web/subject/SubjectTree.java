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
 * All guidelines, or all treatments, of an index with their addresses. The items of a treatment are counted among its own issues, since
 * the same drug or device is also requested elsewhere. Immutable once built.
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
     * @param value its name
     * @param request finds the issues of the treatment that ask for it
     * @param counts those issues
     */
    record Item(String value, SearchRequest request, Counts counts) {}

    /**
     * A guideline or treatment, or a part of one.
     *
     * @param value as in URLs of searches
     * @param label what it adds to the one above it
     * @param above those above it, from the top
     * @param href its page
     * @param request finds the issues about it
     * @param counts those issues
     * @param administrator issues in which the claims administrator cites it; none for a treatment
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
     * @param cells counts of every value
     * @param administrator the same for citations of the claims administrator
     * @param itemsOf the items of each treatment that has some, in the order in which they are listed
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
                free(base + "/" + SubjectAddress.part(label)),
                kind.requestFor(value),
                counts.getOrDefault(value, Counts.ZERO),
                others.getOrDefault(value, Counts.ZERO));
        byValue.put(value, node);
        byHref.put(node.href, node);
        below.computeIfAbsent(base, b -> new ArrayList<>()).add(node);
        return node;
    }

    /** Two names may differ in signs alone; the second gets a number. */
    private String free(String href) {
        var free = href;
        for (int n = 2; byHref.containsKey(free); n++) {
            free = href + "-" + n;
        }
        return free;
    }

    /**
     * The node of an address, however its parts are spelled; empty when there is none.
     */
    Optional<Node> find(List<String> parts) {
        return Optional.ofNullable(byHref.get(href(parts)));
    }

    /**
     * The node whose address is closest to one that leads nowhere; empty when none is close.
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

    /** Those directly below, most cited first. */
    List<Node> children(Node node) {
        return below.getOrDefault(node.href, List.of());
    }

    private void addItems(Node node, Map<String, List<Item>> itemsOf) {
        var above = new ArrayList<>(node.above);
        above.add(node);
        for (var item : itemsOf.getOrDefault(node.value, List.of())) {
            var href = free(node.href + "/" + SubjectAddress.part(item.value));
            var one = new Node(item.value, item.value, above, href, item.request, item.counts, Counts.ZERO);
            byHref.put(href, one);
            below.computeIfAbsent(node.href, h -> new ArrayList<>()).add(one);
        }
    }

    /** All of them. */
    List<Node> all() {
        return byValue.values().stream()
                .flatMap(node -> kind.hasItems(node.value)
                        ? Stream.concat(Stream.of(node), children(node).stream())
                        : Stream.of(node))
                .toList();
    }

    /** Those at the top. */
    List<Node> top() {
        return below.getOrDefault(kind.root(), List.of());
    }
}
