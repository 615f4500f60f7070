package org.precedent.web.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.web.insights.InsightsView.Head;
import org.precedent.web.insights.InsightsView.Row;
import org.precedent.web.insights.InsightsView.Section;
import org.precedent.web.insights.InsightsView.Table;
import org.precedent.web.view.InsightsAddress;
import org.precedent.web.view.InsightsAddress.Order;
import org.precedent.web.view.OverturnRate;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;

/**
 * Builds a section of an insights page: the table of one dimension, with a line chart if the dimension is year or month.
 */
public final class SectionBuilder {
    /** Maximum number of rows of a table on a page; downloads have all rows. */
    private static final int MAX_ROWS = 200;

    /** Dimensions with too many values to list in full; only the top levels of their trees are listed. */
    private static final Set<Dimension> SUMMARIZED =
            Set.of(Dimension.TREATMENT, Dimension.CITATION, Dimension.ADMINISTRATOR);

    private final OutcomeSource source;
    private final InsightsAddress address;
    private final Dimension dimension;
    private final Optional<OverturnRate> base;

    /**
     * Creates a builder.
     *
     * @param address address of the table, with one dimension
     * @param base overturn rate of the whole index; empty to omit rates
     */
    public SectionBuilder(OutcomeSource source, InsightsAddress address, Optional<OverturnRate> base) {
        this.source = source;
        this.address = address;
        this.dimension = address.by().getFirst();
        this.base = base;
    }

    /**
     * Builds the section.
     *
     * @param levels minimum number of tree levels to list
     * @param sortable whether column heads are links that sort
     */
    public Section build(int levels, boolean sortable) {
        var found = source.countBy(address.by());
        var all = OutcomeRows.build(dimension, source, found.cells(), address.order());
        int deepest = deepestLevel(source, dimension, levels);
        var listed = all.stream().filter(r -> r.level() <= deepest).toList();
        var hiding = hiding(all, deepest);
        var rows = listed.stream()
                .limit(MAX_ROWS)
                .map(r -> row(r, hiding, deepest))
                .toList();
        var note = omissionNote(found.suppressed(), listed.size() - rows.size(), 0);
        return new Section(
                dimension.parameter(),
                "By " + nameInSentence(dimension),
                rows.isEmpty() ? Optional.empty() : Optional.of(new Table(caption(), headings(sortable), rows, note)),
                Optional.empty(),
                chart(found.cells()),
                List.of(),
                downloadLinks(address));
    }

    /**
     * The deepest level of a tree to list. There are too many treatments to list at once, so for a selected one the values directly below
     * it are listed too.
     */
    static int deepestLevel(OutcomeSource source, Dimension dimension, int levels) {
        if (!SUMMARIZED.contains(dimension)) {
            return Integer.MAX_VALUE;
        }
        var facet = dimension.facet().orElseThrow();
        return source.request().selection().chosenIn(facet).stream()
                .map(v -> source.paths().path(facet, v).size())
                .max(Integer::compare)
                .map(level -> Math.max(level, levels - 1))
                .orElse(levels - 1);
    }

    /** The name of a dimension for use within a sentence. */
    static String nameInSentence(Dimension dimension) {
        return Character.toLowerCase(dimension.label().charAt(0))
                + dimension.label().substring(1);
    }

    /** A note on what is not listed and why; empty if everything is. */
    static String omissionNote(int suppressed, int rows, int columns) {
        var parts = new ArrayList<String>();
        if (rows + columns > 0) {
            var remaining = Stream.of(more(rows, "row"), more(columns, "column"))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(" and "));
            parts.add(remaining + ": narrow the search, or download the CSV.");
        }
        if (suppressed > 0) {
            parts.add(PageText.count(suppressed, "group") + " of fewer than " + OutcomeSource.MIN_GROUP_SIZE
                    + " issues not shown, so that no figure about a specialty can point to one reviewer.");
        }
        return String.join(" ", parts);
    }

    private static Optional<String> more(int number, String noun) {
        return number == 0 ? Optional.empty() : Optional.of(PageText.count(number, "more " + noun));
    }

    /** Links to the same table as CSV and JSON. */
    static List<PageLink> downloadLinks(InsightsAddress address) {
        return List.of(new PageLink("CSV", address.path(".csv")), new PageLink("JSON", address.path(".json")));
    }

    private String caption() {
        return "Outcomes by " + nameInSentence(dimension);
    }

    private List<Head> headings(boolean sortable) {
        return Stream.concat(
                        Stream.of(
                                head(dimension.label(), Order.VALUE, sortable),
                                head("Issues", Order.ISSUES, sortable),
                                head("Overturned", Order.OVERTURNED, sortable)),
                        base.isEmpty()
                                ? Stream.<Head>empty()
                                : Stream.of(
                                        head("Rate", Order.RATE, sortable),
                                        new Head("95% interval", Optional.empty(), Optional.empty())))
                .toList();
    }

    private Head head(String label, Order order, boolean sortable) {
        return columnHead(address, label, order, sortable);
    }

    /** A column head that sorts by its column or, clicked again, restores the default order. */
    static Head columnHead(InsightsAddress address, String label, Order order, boolean sortable) {
        boolean current = address.order().equals(Optional.of(order));
        var other = current ? Optional.<Order>empty() : Optional.of(order);
        return new Head(
                label,
                sortable ? Optional.of(address.with(other).path()) : Optional.empty(),
                current ? Optional.of(order == Order.VALUE ? "ascending" : "descending") : Optional.empty());
    }

    /** The rows of the deepest level listed that have values below them. */
    private Set<String> hiding(List<OutcomeRows.Row> all, int deepest) {
        var facet = dimension.facet();
        return all.stream()
                .filter(r -> facet.isPresent() && r.level() > deepest)
                .flatMap(r -> source.paths().path(facet.orElseThrow(), r.value()).stream())
                .collect(Collectors.toSet());
    }

    private Row row(OutcomeRows.Row row, Set<String> hiding, int deepest) {
        boolean hides = row.level() == deepest && hiding.contains(row.value());
        return new Row(
                OutcomeRows.label(dimension, row.value()),
                row.depth(),
                hides ? Optional.of(below(row.value()).path()) : Optional.empty(),
                Figures.of(row.counts(), source.requestForCell(address.by(), List.of(row.value())), base));
    }

    private InsightsAddress below(String value) {
        var facet = dimension.facet().orElseThrow();
        var selection = source.requestForAll().selection();
        for (var chosen : selection.chosenIn(facet)) {
            selection = selection.without(new FacetValue(facet, chosen));
        }
        Selection narrowed = selection.with(new FacetValue(facet, value));
        return address.with(source.requestForAll().with(narrowed));
    }

    private Optional<LineChart> chart(List<Cell> cells) {
        if (!dimension.isTime() || base.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Counts> counts =
                cells.stream().collect(Collectors.toMap(c -> c.values().getFirst(), Cell::counts));
        return LineChartBuilder.build(
                "Overturn rate " + (dimension == Dimension.YEAR ? "by year" : "by month"),
                dimension,
                LineChartBuilder.Size.LARGE,
                counts,
                LineChartBuilder.scale(counts.values(), base.get()),
                base.get(),
                period -> OutcomeSource.searchPath(source.requestForCell(address.by(), List.of(period))));
    }
}
