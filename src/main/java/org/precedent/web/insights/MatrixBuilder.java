package org.precedent.web.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.facet.Dimension;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.insights.InsightsView.Bar;
import org.precedent.web.insights.InsightsView.Head;
import org.precedent.web.insights.InsightsView.Matrix;
import org.precedent.web.insights.InsightsView.MatrixRow;
import org.precedent.web.insights.InsightsView.Multiple;
import org.precedent.web.insights.InsightsView.Section;
import org.precedent.web.view.InsightsAddress;
import org.precedent.web.view.InsightsAddress.Order;
import org.precedent.web.view.OverturnRate;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;

/**
 * Builds the cross table of two dimensions and its small multiples: one chart for each value of one dimension, across the values of the
 * other, all on the same scale.
 */
final class MatrixBuilder {
    private static final int MAX_ROWS = 80;
    private static final int MAX_COLUMNS = 8;
    private static final int MAX_PERIODS = 24;
    private static final int MAX_CHARTS = 9;

    private final OutcomeSource source;
    private final InsightsAddress address;
    private final Dimension first;
    private final Dimension second;
    private final Optional<OverturnRate> base;
    private final Map<List<String>, Counts> cells = new HashMap<>();
    private final List<OutcomeRows.Row> rows;
    private final List<OutcomeRows.Row> columns;
    private final String note;

    /**
     * Creates a builder.
     *
     * @param address address of the table, with two dimensions
     * @param base overturn rate of the whole index; empty to omit rates
     */
    MatrixBuilder(OutcomeSource source, InsightsAddress address, Optional<OverturnRate> base) {
        this.source = source;
        this.address = address;
        this.first = address.by().getFirst();
        this.second = address.by().getLast();
        this.base = base;
        var table = source.countBy(address.by());
        table.cells().forEach(c -> cells.put(c.values(), c.counts()));
        var allRows = margin(first, address.order());
        var allColumns = margin(second, Optional.empty());
        this.rows = withCells(allRows, 0, table).limit(MAX_ROWS).toList();
        var withCells = withCells(allColumns, 1, table).toList();
        this.columns = second.isTime() ? latest(withCells) : mostFrequent(withCells);
        this.note = SectionBuilder.omissionNote(
                        table.suppressed(), allRows.size() - rows.size(), allColumns.size() - columns.size())
                + cutNote(table.omitted());
    }

    /** Values of one of the dimensions, with their totals across the other. */
    private List<OutcomeRows.Row> margin(Dimension dimension, Optional<Order> order) {
        int deepest = SectionBuilder.deepestLevel(source, dimension, 1);
        return OutcomeRows.build(
                        dimension, source, source.countBy(List.of(dimension)).cells(), order)
                .stream()
                .filter(r -> r.level() <= deepest)
                .toList();
    }

    /** A note on what a truncated table leaves out; empty if the table is complete. */
    private String cutNote(List<Integer> omitted) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < omitted.size(); i++) {
            if (omitted.get(i) > 0) {
                parts.add(SectionBuilder.nameInSentence(address.by().get(i)) + ": " + PageText.number(omitted.get(i)));
            }
        }
        return parts.isEmpty()
                ? ""
                : " This table is too large to be complete: the values with the fewest issues are left out, in the files too ("
                        + String.join(", ", parts) + ").";
    }

    /**
     * The values to list. A truncated table lists only values that have cells, because an empty row or column would suggest that there are
     * no issues.
     */
    private static Stream<OutcomeRows.Row> withCells(
            List<OutcomeRows.Row> all, int dimension, OutcomeSource.Table table) {
        if (!table.isTruncated()) {
            return all.stream();
        }
        var values =
                table.cells().stream().map(cell -> cell.values().get(dimension)).collect(Collectors.toSet());
        return all.stream().filter(row -> values.contains(row.value()));
    }

    private static List<OutcomeRows.Row> latest(List<OutcomeRows.Row> periods) {
        return periods.subList(Math.max(0, periods.size() - MAX_PERIODS), periods.size());
    }

    /** The values with the most issues, in their original order. */
    private static List<OutcomeRows.Row> mostFrequent(List<OutcomeRows.Row> values) {
        var maximum = values.stream()
                .sorted(Comparator.comparingLong(r -> -r.counts().issues()))
                .limit(MAX_COLUMNS)
                .collect(Collectors.toSet());
        return values.stream().filter(maximum::contains).toList();
    }

    /** Builds the section. */
    Section build() {
        var names = SectionBuilder.nameInSentence(first) + " and " + SectionBuilder.nameInSentence(second);
        var matrix = new Matrix(
                "Outcomes by " + names, headings(), rows.stream().map(this::row).toList(), note);
        return new Section(
                "cross",
                "By " + names,
                Optional.empty(),
                rows.isEmpty() ? Optional.empty() : Optional.of(matrix),
                Optional.empty(),
                base.map(this::multiples).orElse(List.of()),
                SectionBuilder.downloadLinks(address));
    }

    private List<Head> headings() {
        var heads = new ArrayList<Head>();
        heads.add(SectionBuilder.columnHead(address, first.label(), Order.VALUE, true));
        heads.add(SectionBuilder.columnHead(address, "All issues", Order.ISSUES, true));
        columns.forEach(
                c -> heads.add(new Head(OutcomeRows.label(second, c.value()), Optional.empty(), Optional.empty())));
        return heads;
    }

    private MatrixRow row(OutcomeRows.Row row) {
        return new MatrixRow(
                OutcomeRows.label(first, row.value()),
                row.depth(),
                Figures.of(row.counts(), source.requestForCell(List.of(first), List.of(row.value())), base),
                columns.stream().map(c -> cell(row.value(), c.value())).toList());
    }

    private Optional<Figures> cell(String row, String column) {
        return Optional.ofNullable(cells.get(List.of(row, column)))
                .map(counts -> Figures.of(counts, at(row, column), base));
    }

    private SearchRequest at(String row, String column) {
        return source.requestForCell(address.by(), List.of(row, column));
    }

    private List<Multiple> multiples(OverturnRate whole) {
        boolean turned = first.isTime() && !second.isTime();
        var values = turned ? columns : rows;
        double scale = LineChartBuilder.scale(cells.values(), whole);
        return values.stream()
                .filter(v -> OutcomeSource.overturnRate(v.counts()).hasEnoughIssues())
                .sorted(Comparator.comparingLong(v -> -v.counts().issues()))
                .limit(MAX_CHARTS)
                .map(v ->
                        first.isTime() || second.isTime() ? overTime(v.value(), turned, scale, whole) : bars(v.value()))
                .filter(m -> m.chart().isPresent() || !m.bars().isEmpty())
                .toList();
    }

    private Multiple overTime(String value, boolean turned, double scale, OverturnRate whole) {
        var dimension = turned ? second : first;
        var counts = new HashMap<String, Counts>();
        cells.forEach((values, some) -> {
            if (values.get(turned ? 1 : 0).equals(value)) {
                counts.put(values.get(turned ? 0 : 1), some);
            }
        });
        var label = OutcomeRows.label(dimension, value);
        var chart = LineChartBuilder.build(
                label,
                turned ? first : second,
                LineChartBuilder.Size.SMALL,
                counts,
                scale,
                whole,
                period -> OutcomeSource.searchPath(turned ? at(period, value) : at(value, period)));
        return new Multiple(heading(dimension, value), chart, List.of());
    }

    private PageLink heading(Dimension dimension, String value) {
        return new PageLink(
                OutcomeRows.label(dimension, value),
                OutcomeSource.searchPath(source.requestForCell(List.of(dimension), List.of(value))));
    }

    private Multiple bars(String value) {
        var bars = columns.stream()
                .flatMap(c -> cell(value, c.value()).stream()
                        .filter(f -> f.bar().isPresent())
                        .map(f -> new Bar(OutcomeRows.label(second, c.value()), f)))
                .toList();
        return new Multiple(heading(first, value), Optional.empty(), bars);
    }
}
