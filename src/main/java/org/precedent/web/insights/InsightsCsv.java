package org.precedent.web.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.facet.Dimension;
import org.precedent.web.export.AbsoluteUrls;
import org.precedent.web.export.CsvLine;

/**
 * Renders a table of outcomes as CSV: a header line, then a row a cell. The first columns are headed with the names of the dimensions.
 */
final class InsightsCsv {
    /** The columns after those of the dimensions. */
    static final List<String> COLUMNS = List.of(
            "issues", "determinations", "overturned", "partlyOverturned", "upheld", "percent", "low", "high", "url");

    private InsightsCsv() {}

    static String text(OutcomeSource source, List<Dimension> by, AbsoluteUrls addresses) {
        var text = new StringBuilder(
                CsvLine.format(Stream.concat(by.stream().map(Dimension::parameter), COLUMNS.stream())));
        for (var cell : source.table(by).cells()) {
            text.append(CsvLine.format(cells(source, by, cell, addresses).stream()));
        }
        return text.toString();
    }

    private static List<String> cells(OutcomeSource source, List<Dimension> by, Cell cell, AbsoluteUrls addresses) {
        var counts = cell.counts();
        var rate = OutcomeSource.rate(counts);
        boolean telling = rate.isTelling() && !source.isWidened();
        var cells = new ArrayList<>(cell.values());
        Stream.of(
                        counts.issues(),
                        counts.determinations(),
                        counts.overturned(),
                        counts.partlyOverturned(),
                        counts.upheld())
                .forEach(n -> cells.add(Long.toString(n)));
        Stream.of(rate.percent(), rate.low(), rate.high())
                .forEach(p -> cells.add(telling ? String.format(Locale.ROOT, "%.1f", p) : ""));
        cells.add(addresses.resolve(OutcomeSource.path(source.at(by, cell.values()))));
        return cells;
    }
}
