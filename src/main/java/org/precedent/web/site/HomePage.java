package org.precedent.web.site;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precedent.search.Overview;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.interpret.DecisionCounts;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.http.ConditionalRequests;
import org.precedent.web.http.Head;
import org.precedent.web.http.Pages;
import org.precedent.web.http.Routes;
import org.precedent.web.search.FacetRail;
import org.precedent.web.search.FacetValuesPage;
import org.precedent.web.search.FacetView;
import org.precedent.web.search.OutcomeBar;
import org.precedent.web.search.OverviewCache;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.search.YearsChart;
import org.precedent.web.view.DateView;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageText;

/**
 * The home page, {@code /}.
 */
public final class HomePage implements Routes {
    private static final int BROWSED = 10;

    private final SearchGateway gateway;
    private final Pages pages;
    private final OverviewCache coverage;

    public HomePage(SearchGateway gateway, Pages pages, OverviewCache coverage) {
        this.gateway = gateway;
        this.pages = pages;
        this.coverage = coverage;
    }

    /**
     * Model of {@code pages/home}.
     *
     * @param empty whether the index is empty
     * @param totals what the index contains
     * @param outcomes distribution of the decisions
     * @param years decisions by year
     * @param browse facets to browse by, with their most frequent values
     * @param latest the most recently added determinations
     */
    public record View(
            boolean empty,
            Totals totals,
            Optional<OutcomeBar> outcomes,
            Optional<YearsChart> years,
            List<Browse> browse,
            List<Latest> latest) {}

    /**
     * Totals of the index.
     *
     * @param letters number of determinations, with the noun
     * @param issues number of issues, with the noun
     * @param decided range of decision dates; empty when no determination states one
     */
    public record Totals(String letters, String issues, Optional<String> decided) {}

    /**
     * A facet to browse by.
     *
     * @param label name of the facet
     * @param all path of the page of all its values
     * @param rows its most frequent values
     */
    public record Browse(String label, String all, List<FacetView.Row> rows) {}

    /**
     * A recently added determination.
     *
     * @param name ID of the determination
     * @param href path of its page
     * @param request its first disputed item
     * @param decided decision date
     * @param added when it was added
     */
    public record Latest(String name, String href, String request, Optional<DateView> decided, DateView added) {}

    @Override
    public void register(RoutesConfig routes) {
        routes.get("/", this::html);
        routes.get("/index.json", this::json);
    }

    private void json(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        if (!ConditionalRequests.answerIfUnchanged(ctx, gateway.engine().generation(), "/index.json")) {
            Pages.json(ctx, OverviewJson.toMap(coverage.overview()));
        }
    }

    private void html(Context ctx) {
        ctx.header("Cache-Control", "private, max-age=0, must-revalidate");
        if (!ConditionalRequests.answerIfUnchanged(ctx, gateway.engine().generation(), "/", pages.version())) {
            var description = "California workers’ compensation IMR determinations, searchable like case law.";
            var head = new Head(
                    description,
                    Optional.of("/"),
                    true,
                    List.of(new Head.Alternate("application/json", "/index.json", "JSON")),
                    "",
                    false,
                    "");
            pages.render(ctx, "pages/home", head, view(coverage.overview()));
        }
    }

    private static View view(Overview overview) {
        var everything = new PageAddress(SearchRequest.EVERYTHING, false);
        var decided = overview.decided();
        return new View(
                overview.total().determinations() == 0,
                new Totals(
                        PageText.count(overview.total().determinations(), "determination"),
                        PageText.count(overview.total().issues(), "disputed issue"),
                        decided.from().isPresent() ? Optional.of(PageText.range(decided)) : Optional.empty()),
                OutcomeBar.of(everything, DecisionCounts.fromFacets(overview.facets()), Optional.empty()),
                YearsChart.of(everything, overview.facets()),
                List.of(
                        browse(Facet.MODALITY, everything, overview.facets()),
                        browse(Facet.REGION, everything, overview.facets()),
                        browse(Facet.TREATMENT, everything, overview.facets()),
                        browse(Facet.GUIDELINE, everything, overview.facets())),
                overview.latest().stream().map(HomePage::latest).toList());
    }

    private static Browse browse(Facet facet, PageAddress address, Map<Facet, List<FacetCount>> facets) {
        var maximum = facets.getOrDefault(facet, List.of()).stream()
                .filter(c -> !c.value().equals(Facet.NOT_STATED))
                .sorted(Comparator.comparingLong((FacetCount c) -> -c.total().issues()))
                .limit(BROWSED)
                .toList();
        return new Browse(
                facet.label(),
                FacetValuesPage.path(facet, address.request()),
                new FacetRail(address, Map.of(facet, maximum)).offeredRows(facet));
    }

    private static Latest latest(Overview.Latest latest) {
        return new Latest(
                latest.id(),
                PageAddress.determinationPath(latest.id()),
                latest.request(),
                latest.decided().map(DateView::of),
                DateView.of(latest.firstSeen()));
    }
}
