package org.precedent.web.subject;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.facet.Dimension;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.insights.OutcomeSource;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.subject.SubjectTree.Item;
import org.precedent.web.subject.SubjectTree.Node;

/**
 * Keeps the tree of each kind for the present generation of the index.
 */
final class SubjectTrees {
    private final SearchGateway desk;
    private final Map<SubjectKind, Known> known = new ConcurrentHashMap<>();

    private record Known(String generation, SubjectTree tree) {}

    SubjectTrees(SearchGateway desk) {
        this.desk = desk;
    }

    SubjectTree get(SubjectKind kind) {
        var generation = desk.engine().generation();
        var last = known.get(kind);
        if (last != null && last.generation().equals(generation)) {
            return last.tree();
        }
        var tree = read(kind);
        known.put(kind, new Known(generation, tree));
        return tree;
    }

    private SubjectTree read(SubjectKind kind) {
        var everything = OutcomeSource.of(desk, SearchRequest.EVERYTHING);
        var administrator = kind == SubjectKind.GUIDELINE
                ? everything.table(List.of(Dimension.ADMINISTRATOR)).cells()
                : List.<Cell>of();
        return SubjectTree.of(
                kind,
                everything.paths(),
                everything.table(List.of(kind.dimension())).cells(),
                administrator,
                this::items);
    }

    /** The items requested in the issues of a treatment, most often first. */
    private List<Item> items(Node node) {
        var by = List.of(Dimension.TREATMENT);
        var source = OutcomeSource.of(desk, node.request());
        return source.table(by).cells().stream()
                .filter(cell -> !cell.values().getFirst().equals(node.value()))
                .map(cell -> new Item(cell.values().getFirst(), source.at(by, cell.values()), cell.counts()))
                .toList();
    }
}
