package org.precedent.web.insights;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.precedent.determination.Decision;
import org.precedent.determination.Outcome;
import org.precedent.search.OutcomeSearches;
import org.precedent.search.SearchPage;
import org.precedent.search.Sort;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Total;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.search.SearchGateway;

/**
 * Split determinations of a search: those with the outcome {@link Outcome#MIXED}, because their issues were decided differently or an issue
 * was overturned in part.
 *
 * @param request the search without constraints on a decision or determination outcome
 * @param outcomes all determinations of the search, counted by outcome
 * @param values issues of the split determinations by value of a facet, in tree order
 * @param upheld how many of those issues were upheld, by value
 * @param latest the most recently decided split determinations
 */
record SplitDeterminations(
        SearchRequest request,
        Map<String, Total> outcomes,
        List<FacetCount> values,
        Map<String, Total> upheld,
        SearchPage latest) {
    private static final int LATEST = 10;

    /**
     * Finds the split determinations of a search.
     *
     * @param facet facet whose values are counted
     * @throws org.precedent.web.http.Failure with status 400 if the query has a syntax error or is too costly
     */
    static SplitDeterminations find(SearchGateway gateway, SearchRequest other, Facet facet) {
        var request = withoutOutcome(other);
        var all = onlySplit(request).with(Sort.NEWEST);
        var split = all.with(all.paging().withSize(LATEST));
        var page = run(gateway, split);
        return new SplitDeterminations(
                request,
                byValue(run(gateway, request.with(request.paging().withSize(1))), Facet.OUTCOME),
                page.facets().getOrDefault(facet, List.of()),
                byValue(run(gateway, withDecision(split.with(split.paging().withSize(1)), Decision.UPHELD)), facet),
                page);
    }

    private static SearchRequest withoutOutcome(SearchRequest request) {
        return request.with(OutcomeSearches.withoutOutcome(request.selection()));
    }

    /** Restricts a request to split determinations. */
    static SearchRequest onlySplit(SearchRequest request) {
        return withValue(request, Facet.OUTCOME, Outcome.MIXED.label());
    }

    /** Restricts a request to issues with this decision. */
    static SearchRequest withDecision(SearchRequest request, Decision decision) {
        return withValue(request, Facet.DECISION, decision.label());
    }

    /** Restricts a request to one more value. */
    static SearchRequest withValue(SearchRequest request, Facet facet, String value) {
        return request.with(request.selection().with(new FacetValue(facet, value)));
    }

    private static SearchPage run(SearchGateway gateway, SearchRequest request) {
        var search = gateway.understand(request).search();
        return gateway.run(() -> gateway.engine().search(search));
    }

    private static Map<String, Total> byValue(SearchPage page, Facet facet) {
        return page.facets().getOrDefault(facet, List.of()).stream()
                .collect(Collectors.toMap(FacetCount::value, FacetCount::total));
    }

    /** Number of determinations with this outcome. */
    long determinations(Outcome outcome) {
        return outcomes.getOrDefault(outcome.label(), Total.ZERO).determinations();
    }

    /** Number of issues of a value that were upheld. */
    long upheld(FacetCount value) {
        return upheld.getOrDefault(value.value(), Total.ZERO).issues();
    }
}
