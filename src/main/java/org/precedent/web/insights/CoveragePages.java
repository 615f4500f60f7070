package org.precedent.web.insights;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.precedent.determination.Finding;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.insights.CoveragePages.CoverageView.FindingRow;
import org.precedent.web.insights.CoveragePages.CoverageView.Month;
import org.precedent.web.search.OverviewCache;
import org.precedent.web.search.RequestParsing;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;

/**
 * {@code /insights/coverage} and its JSON: determinations per month, gaps, and findings of the parser.
 */
public final class CoveragePages implements Routes {
    static final String PATH = "/insights/coverage";
    private static final List<Dimension> MONTHS = List.of(Dimension.MONTH);

    private final SearchGateway gateway;
    private final Pages pages;
    private final OverviewCache overview;

    public CoveragePages(SearchGateway gateway, Pages pages, OverviewCache overview) {
        this.gateway = gateway;
        this.pages = pages;
        this.overview = overview;
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(PATH, this::html);
        routes.get(PATH + ".json", this::json);
    }

    private void html(Context ctx) {
        RequestParsing.rejectUnknown(ctx, Set.of());
        if (!unchanged(ctx, "html")) {
            var source = OutcomeSource.count(gateway, SearchRequest.EVERYTHING);
            var head = Head.indexable(
                    PATH, "Which months this index of IMR determinations covers, and its gaps.", "insights");
            pages.render(ctx, "pages/coverage", head, view(source, coverage(source)));
        }
    }

    private void json(Context ctx) {
        RequestParsing.rejectUnknown(ctx, Set.of());
        if (!unchanged(ctx, "json")) {
            var source = OutcomeSource.count(gateway, SearchRequest.EVERYTHING);
            Pages.json(ctx, toMap(source, coverage(source)));
        }
    }

    private boolean unchanged(Context ctx, String form) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        return ConditionalRequests.answerIfUnchanged(ctx, overview.generation(), PATH, form, pages.version());
    }

    private Coverage coverage(OutcomeSource source) {
        return Coverage.of(overview.overview(), source.countBy(MONTHS).cells());
    }

    private static Map<String, Object> toMap(OutcomeSource source, Coverage coverage) {
        var json = new LinkedHashMap<String, Object>();
        json.put("issues", source.total().issues());
        json.put("determinations", source.total().determinations());
        json.put("undated", coverage.undated().determinations());
        json.put(
                "months",
                coverage.months().entrySet().stream()
                        .map(e -> {
                            var month = new LinkedHashMap<String, Object>();
                            month.put("month", e.getKey().toString());
                            month.put("determinations", e.getValue().determinations());
                            month.put("issues", e.getValue().issues());
                            month.put("few", coverage.isSparse(e.getKey()));
                            month.put("url", path(source, e.getKey().toString()));
                            return month;
                        })
                        .toList());
        json.put(
                "gaps",
                coverage.gaps().stream()
                        .map(g -> {
                            var gap = new LinkedHashMap<String, Object>();
                            gap.put("from", g.first().toString());
                            gap.put("to", g.last().toString());
                            return gap;
                        })
                        .toList());
        var findings = new LinkedHashMap<String, Object>();
        coverage.findings().forEach(e -> findings.put(e.getKey().label(), e.getValue()));
        json.put("findings", findings);
        return json;
    }

    private static String path(OutcomeSource source, String month) {
        return OutcomeSource.searchPath(source.requestForCell(MONTHS, List.of(month)));
    }

    /** The search for determinations with this point to check; empty for other findings, which cannot be searched for. */
    private static String path(OutcomeSource source, Finding.Kind kind) {
        return kind.isSignal()
                ? OutcomeSource.searchPath(source.requestForCell(List.of(Dimension.SIGNAL), List.of(kind.title())))
                : "";
    }

    private static CoverageView view(OutcomeSource source, Coverage coverage) {
        var decided = coverage.overview().decided();
        long undated = coverage.undated().determinations();
        return new CoverageView(
                PageText.count(source.total().determinations(), "determination"),
                PageText.count(source.total().issues(), "disputed issue"),
                decided.from().isPresent() ? Optional.of(PageText.range(decided)) : Optional.empty(),
                undated == 0
                        ? Optional.empty()
                        : Optional.of(
                                new PageLink(PageText.count(undated, "determination"), path(source, Facet.NOT_STATED))),
                months(source, coverage),
                gaps(coverage),
                coverage.findings().stream()
                        .map(e -> new FindingRow(
                                e.getKey().title(),
                                new PageLink(PageText.number(e.getValue()), path(source, e.getKey())),
                                Figures.percent(100.0
                                        * e.getValue()
                                        / Math.max(1, source.total().determinations()))))
                        .toList());
    }

    private static List<Month> months(OutcomeSource source, Coverage coverage) {
        long maximum = coverage.months().values().stream()
                .mapToLong(Counts::determinations)
                .max()
                .orElse(1);
        var months = new ArrayList<Month>();
        coverage.months()
                .forEach((month, counts) -> months.add(new Month(
                        month.toString(),
                        new PageLink(PageText.number(counts.determinations()), path(source, month.toString())),
                        PageText.number(counts.issues()),
                        counts.determinations() * 1000 / Math.max(1, maximum),
                        remark(coverage, month))));
        return months.reversed();
    }

    private static String remark(Coverage coverage, YearMonth month) {
        return coverage.isGap(month) ? "none" : coverage.isSparse(month) ? "few" : "";
    }

    private static List<String> gaps(Coverage coverage) {
        var sentences = new ArrayList<String>();
        for (var gap : coverage.gaps()) {
            sentences.add(
                    gap.first().equals(gap.last())
                            ? "No determinations in " + gap.first() + "."
                            : "No determinations from " + gap.first() + " to " + gap.last() + ".");
        }
        var thin =
                coverage.months().keySet().stream().filter(coverage::isSparse).toList();
        if (!thin.isEmpty()) {
            sentences.add(PageText.count(thin.size(), "month")
                    + " with less than a quarter of the usual number, marked “few” below.");
        }
        return sentences;
    }

    /**
     * Model of the template {@code pages/coverage}.
     *
     * @param letters number of determinations, formatted with the noun
     * @param issues number of issues, formatted with the noun
     * @param decided range of decision dates; empty if no determination has one
     * @param undated link to the determinations without a date; empty if there are none
     * @param months one row per month, latest first, including months without determinations
     * @param gaps sentences about months with no or far fewer determinations than usual
     * @param findings findings of the parser
     */
    public record CoverageView(
            String letters,
            String issues,
            Optional<String> decided,
            Optional<PageLink> undated,
            List<Month> months,
            List<String> gaps,
            List<FindingRow> findings) {
        public CoverageView {
            months = List.copyOf(months);
            gaps = List.copyOf(gaps);
            findings = List.copyOf(findings);
        }

        /**
         * Row of a month.
         *
         * @param month {@code 2016-12}
         * @param determinations number of determinations, linked to them
         * @param issues number of issues
         * @param width width of the bar, in thousandths of the longest
         * @param remark {@code none} or {@code few}; otherwise an empty string
         */
        public record Month(String month, PageLink determinations, String issues, long width, String remark) {}

        /**
         * Row of a kind of finding.
         *
         * @param label display name
         * @param determinations number of determinations with such a finding, linked to their search if there is one
         * @param share share of all determinations
         */
        public record FindingRow(String label, PageLink determinations, String share) {}
    }
}
