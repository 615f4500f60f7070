package org.precedent.web.subject;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.insights.OutcomeSource;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.subject.SubjectTree.Item;

/**
 * Caches the tree of each kind for the current index generation.
 */
final class SubjectTrees {
    private final SearchGateway gateway;
    private final Map<SubjectKind, CachedTree> known = new ConcurrentHashMap<>();

    private record CachedTree(String generation, SubjectTree tree) {}

    SubjectTrees(SearchGateway gateway) {
        this.gateway = gateway;
    }

    SubjectTree get(SubjectKind kind) {
        var generation = gateway.engine().generation();
        var last = known.get(kind);
        if (last != null && last.generation().equals(generation)) {
            return last.tree();
        }
        var tree = read(kind);
        known.put(kind, new CachedTree(generation, tree));
        return tree;
    }

    private SubjectTree read(SubjectKind kind) {
        var everything = OutcomeSource.count(gateway, SearchRequest.EVERYTHING);
        var administrator = kind == SubjectKind.GUIDELINE
                ? everything.countBy(List.of(Dimension.ADMINISTRATOR)).cells()
                : List.<Cell>of();
        return SubjectTree.build(
                kind,
                everything.paths(),
                everything.countBy(List.of(kind.dimension())).cells(),
                administrator,
                kind == SubjectKind.TREATMENT ? items(everything) : Map.of());
    }

    /** Items requested in the issues of each treatment, most frequent first, from a single table of counts. */
    private static Map<String, List<Item>> items(OutcomeSource everything) {
        var by = List.of(Dimension.TREATMENT, Dimension.TREATMENT);
        var items = new HashMap<String, List<Item>>();
        for (var cell : everything.countBy(by).cells()) {
            var treatment = cell.values().getFirst();
            var item = cell.values().getLast();
            if (FacetPaths.hasTreatmentItems(treatment) && FacetPaths.isTreatmentItem(item)) {
                items.computeIfAbsent(treatment, t -> new ArrayList<>())
                        .add(new Item(item, everything.requestForCell(by, cell.values()), cell.counts()));
            }
        }
        return items;
    }
}
