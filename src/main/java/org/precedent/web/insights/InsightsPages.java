package org.precedent.web.insights;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.facet.Dimension;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.export.AbsoluteUrls;
import org.precedent.web.export.CsvLine;
import org.precedent.web.export.DownloadNames;
import org.precedent.web.export.ServerOrigin;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.search.OverviewCache;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.view.InsightsAddress;
import org.precedent.web.view.OverturnRate;

/**
 * {@code /insights}, {@code /insights.json} and {@code /insights.csv}: the outcomes of any search, broken down by one or two dimensions.
 */
public final class InsightsPages implements Routes {
    private static final List<Dimension> DEFAULT = List.of(Dimension.TREATMENT);

    private final SearchGateway gateway;
    private final Pages pages;
    private final OverviewCache coverage;

    public InsightsPages(SearchGateway gateway, Pages pages, OverviewCache coverage) {
        this.gateway = gateway;
        this.pages = pages;
        this.coverage = coverage;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(InsightsAddress.PATH, this::html);
        routes.get(InsightsAddress.PATH + ".json", this::json);
        routes.get(InsightsAddress.PATH + ".csv", this::csv);
    }

    private void html(Context ctx) {
        var address = InsightsParsing.parse(ctx);
        if (!unchanged(ctx, address, "html")) {
            var builder = new InsightsViewBuilder(OutcomeSource.count(gateway, address.search()), address, base());
            pages.render(ctx, "pages/insights", head(builder.address()), builder.view());
        }
    }

    private void json(Context ctx) {
        var address = InsightsParsing.parse(ctx);
        if (!unchanged(ctx, address, "json")) {
            Pages.json(
                    ctx,
                    InsightsJson.toMap(OutcomeSource.count(gateway, address.search()), dimensions(address), base()));
        }
    }

    private void csv(Context ctx) {
        var address = InsightsParsing.parse(ctx);
        if (!unchanged(ctx, address, "csv")) {
            var source = OutcomeSource.count(gateway, address.search());
            var by = dimensions(address);
            var table = source.countBy(by);
            ctx.header("Content-Disposition", DownloadNames.attachment(fileName(by, table)));
            ctx.header("X-Robots-Tag", "noindex");
            ctx.result(InsightsCsv.write(source, by, table, ServerOrigin.urls(ctx)));
            ctx.contentType("text/csv; charset=utf-8; header=present");
        }
    }

    /** File name of a download; the name of a truncated table says that it has only the most common values. */
    private static String fileName(List<Dimension> by, OutcomeSource.Table table) {
        var names = by.stream().map(Dimension::parameter).collect(Collectors.joining("-"));
        return "precedent-outcomes-" + names + (table.isTruncated() ? "-most-common" : "") + ".csv";
    }

    /** The dimensions of a table; treatment if the URL names none. */
    private static List<Dimension> dimensions(InsightsAddress address) {
        return address.by().isEmpty() ? DEFAULT : address.by();
    }

    private OverturnRate base() {
        return OverturnRate.ofFacets(coverage.overview().facets());
    }

    private boolean unchanged(Context ctx, InsightsAddress address, String form) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        return ConditionalRequests.answerIfUnchanged(
                ctx,
                gateway.engine().generation(),
                address.path(),
                form,
                pages.version(),
                ServerOrigin.urls(ctx).origin());
    }

    private static Head head(InsightsAddress address) {
        boolean whole = address.search().equals(SearchRequest.EVERYTHING)
                && address.order().isEmpty();
        return new Head(
                "How California IMR disputes are decided, by treatment, body region, guideline and time.",
                Optional.of(address.path()),
                whole && address.by().isEmpty(),
                List.of(
                        new Head.Alternate("application/json", address.path(".json"), "JSON"),
                        new Head.Alternate("text/csv", address.path(".csv"), "CSV")),
                "",
                true,
                "insights");
    }

    /**
     * Renders a table of outcomes as CSV: a header line, then one row per cell. The first columns are the dimensions.
     */
    private static final class InsightsCsv {
        /** The columns after those of the dimensions. */
        static final List<String> COLUMNS = List.of(
                "issues",
                "determinations",
                "overturned",
                "partlyOverturned",
                "upheld",
                "percent",
                "low",
                "high",
                "url");

        private InsightsCsv() {}

        static String write(
                OutcomeSource source, List<Dimension> by, OutcomeSource.Table table, AbsoluteUrls addresses) {
            var text = new StringBuilder(
                    CsvLine.format(Stream.concat(by.stream().map(Dimension::parameter), COLUMNS.stream())));
            for (var cell : table.cells()) {
                text.append(CsvLine.format(cells(source, by, cell, addresses).stream()));
            }
            return text.toString();
        }

        private static List<String> cells(OutcomeSource source, List<Dimension> by, Cell cell, AbsoluteUrls addresses) {
            var counts = cell.counts();
            var rate = OutcomeSource.overturnRate(counts);
            boolean hasRate = rate.hasEnoughIssues() && !source.isWidened();
            var cells = new ArrayList<>(cell.values());
            Stream.of(
                            counts.issues(),
                            counts.determinations(),
                            counts.overturned(),
                            counts.partlyOverturned(),
                            counts.upheld())
                    .forEach(n -> cells.add(Long.toString(n)));
            Stream.of(rate.percent(), rate.low(), rate.high())
                    .forEach(p -> cells.add(hasRate ? String.format(Locale.ROOT, "%.1f", p) : ""));
            cells.add(addresses.resolve(OutcomeSource.searchPath(source.requestForCell(by, cell.values()))));
            return cells;
        }
    }
}
