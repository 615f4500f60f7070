package org.precedent.web.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.web.view.InsightsAddress.Order;
import org.precedent.web.view.PageText;

/**
 * Orders the values of one dimension, with their outcomes, as rows of a table: in tree order, chronologically or by a column.
 */
final class OutcomeRows {
    private final Dimension dimension;
    private final FacetPaths paths;
    private final Optional<String> group;
    private final Map<String, Counts> counts = new HashMap<>();

    /**
     * For each value, the highest number of issues of the value itself or of any value below it. A value below can have more issues than
     * the value itself if an item elsewhere in the tree has the same name.
     */
    private final Map<String, Long> weights = new HashMap<>();

    private OutcomeRows(Dimension dimension, OutcomeSource source, List<Cell> cells) {
        this.dimension = dimension;
        this.paths = source.paths();
        this.group = source.itemGroup(List.of(dimension));
        for (var cell : cells) {
            var value = cell.values().getFirst();
            counts.put(value, cell.counts());
            path(value).forEach(above -> weights.merge(above, cell.counts().issues(), Math::max));
        }
    }

    /**
     * Row of a value.
     *
     * @param value value as used in URLs
     * @param depth number of its ancestors that are listed too, if rows are in tree order
     * @param level number of its ancestors in the tree
     */
    record Row(String value, int depth, int level, Counts counts) {}

    /**
     * Builds the rows of one dimension.
     *
     * @param source source of the cells
     * @param order sort order; empty for tree order or chronological
     */
    static List<Row> build(Dimension dimension, OutcomeSource source, List<Cell> cells, Optional<Order> order) {
        var rows = new OutcomeRows(dimension, source, cells);
        return order.map(rows::sorted).orElseGet(rows::inTree);
    }

    private List<Row> sorted(Order order) {
        var byIssues = Comparator.comparingLong((Row r) -> -r.counts.issues()).thenComparing(Row::value);
        Comparator<Row> comparator = switch (order) {
            case VALUE -> Comparator.comparing((Row r) -> label(dimension, r.value), String.CASE_INSENSITIVE_ORDER);
            case ISSUES -> byIssues;
            case OVERTURNED ->
                Comparator.comparingLong(
                                (Row r) -> -OutcomeSource.overturnRate(r.counts).overturned())
                        .thenComparing(byIssues);
            case RATE -> Comparator.comparingDouble(OutcomeRows::belowRate).thenComparing(byIssues);
        };
        return counts.entrySet().stream()
                .map(e -> new Row(e.getKey(), 0, level(e.getKey()), e.getValue()))
                .sorted(comparator)
                .toList();
    }

    private static double belowRate(Row row) {
        var rate = OutcomeSource.overturnRate(row.counts);
        return rate.hasEnoughIssues() ? -rate.percent() : 1;
    }

    private List<Row> inTree() {
        var values = new ArrayList<>(counts.keySet());
        Comparator<String> order = dimension.isTime() ? Comparator.naturalOrder() : this::compareInTree;
        values.sort(
                Comparator.<String, Boolean>comparing(Facet.NOT_STATED::equals).thenComparing(order));
        return values.stream()
                .map(v -> new Row(v, depth(v), level(v), counts(v)))
                .toList();
    }

    private int compareInTree(String left, String right) {
        var first = path(left);
        var second = path(right);
        for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
            var a = first.get(i);
            var b = second.get(i);
            if (!a.equals(b)) {
                int byWeight = Long.compare(weights.getOrDefault(b, 0L), weights.getOrDefault(a, 0L));
                return byWeight != 0 ? byWeight : a.compareTo(b);
            }
        }
        return Integer.compare(first.size(), second.size());
    }

    private Counts counts(String value) {
        return counts.getOrDefault(value, Counts.ZERO);
    }

    private int depth(String value) {
        return (int) path(value).stream().filter(counts::containsKey).count() - 1;
    }

    private int level(String value) {
        return path(value).size() - 1;
    }

    private List<String> path(String value) {
        if (group.isPresent() && FacetPaths.isTreatmentItem(value)) {
            var path = new ArrayList<>(paths.path(Facet.TREATMENT, group.get()));
            path.add(value);
            return path;
        }
        return dimension.facet().map(f -> paths.path(f, value)).orElseGet(() -> List.of(value));
    }

    /** Display label of a value. */
    static String label(Dimension dimension, String value) {
        return dimension
                .facet()
                .map(f -> PageText.facetValue(f, value))
                .orElse(value.equals(Facet.NOT_STATED) ? "Not stated" : value);
    }
}
