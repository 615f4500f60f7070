package org.precedent.web.search;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.precedent.search.Match;
import org.precedent.search.facet.Dimension;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.view.InsightsAddress;
import org.precedent.web.view.OverturnRate;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;

/**
 * {@code /search/outcomes}: charts of decisions and decision years for a search. A results page fetches them from here when the user opens
 * them.
 */
public final class OutcomesPage implements Routes {
    private static final String PATH = SearchUrl.PATH + "/outcomes";

    private static final List<Dimension> INSIGHTS = List.of(
            Dimension.TREATMENT,
            Dimension.REGION,
            Dimension.GUIDELINE,
            Dimension.SPECIALTY,
            Dimension.REASON,
            Dimension.MONTH);

    private final SearchGateway gateway;
    private final Pages pages;
    private final OverviewCache coverage;

    public OutcomesPage(SearchGateway gateway, Pages pages, OverviewCache coverage) {
        this.gateway = gateway;
        this.pages = pages;
        this.coverage = coverage;
    }

    /**
     * Model of the template {@code pages/outcomes}.
     *
     * @param sentence description of the search
     * @param issues number of issues found, formatted with the noun
     * @param bar decisions of the issues; empty if nothing is found
     * @param years decision years of the issues; empty for fewer than three years
     * @param insights links to outcome tables for this search; empty for a widened result, for which there are no rates
     * @param back URL of the results page
     */
    public record View(
            String sentence,
            String issues,
            Optional<OutcomeBar> bar,
            Optional<YearsChart> years,
            List<PageLink> insights,
            String back) {}

    /**
     * URL of the charts for a results page.
     */
    static String path(PageAddress results) {
        var first = new PageAddress(results.request().firstPage(), results.table());
        return PATH + first.url().substring(SearchUrl.PATH.length());
    }

    @Override
    public void register(RoutesConfig routes) {
        routes.get(PATH, this::html);
    }

    private void html(Context ctx) {
        var address = RequestParsing.parseAddress(ctx);
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        if (ConditionalRequests.answerIfUnchanged(
                ctx, gateway.engine().generation(), path(address), "outcomes", pages.version())) {
            return;
        }
        switch (gateway.search(address.request().with(address.request().paging().withSize(1)))) {
            case SearchOutcome.Invalid wrong -> throw RequestParsing.queryFailure(wrong.interpretation());
            case SearchOutcome.Found found ->
                pages.render(ctx, "pages/outcomes", Head.notIndexed("search"), view(address, found));
        }
    }

    private View view(PageAddress address, SearchOutcome.Found found) {
        var request = found.canonical().with(address.request().firstPage().paging());
        var canonical = new PageAddress(request, address.table());
        var base = Optional.of(OverturnRate.ofFacets(coverage.overview().facets()));
        return new View(
                RequestParsing.sentence(found.sentence()),
                PageText.count(found.page().total().issues(), "issue"),
                OutcomeBar.of(canonical, found.decisions(), base),
                YearsChart.of(canonical, found.page().facets()),
                found.page().words().shown() == Match.MOST ? List.of() : insights(canonical),
                address.url());
    }

    private static List<PageLink> insights(PageAddress canonical) {
        return INSIGHTS.stream()
                .map(d -> new PageLink(
                        Character.toLowerCase(d.label().charAt(0)) + d.label().substring(1),
                        InsightsAddress.of(canonical.request(), d).path()))
                .toList();
    }
}
