package org.precedent.web.insights;

import java.util.List;
import java.util.Optional;
import org.precedent.determination.Decision;
import org.precedent.search.Match;
import org.precedent.search.OutcomeSearches;
import org.precedent.search.OutcomeTable;
import org.precedent.search.OutcomeTable.Cell;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.Scope;
import org.precedent.search.Search;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryPrinter;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.search.SearchGateway;
import org.precedent.web.view.OverturnRate;

/**
 * Counts the outcomes of a search, in total and by dimension, and builds the search that each figure links to.
 */
public final class OutcomeSource {
    /** Figures by reviewer specialty are suppressed below this number of issues, so that none can identify a person. */
    static final long MIN_GROUP_SIZE = 10;

    private final SearchGateway gateway;
    private final SearchRequest request;
    private final Search search;
    private final OutcomeTable total;

    private OutcomeSource(SearchGateway gateway, SearchRequest request, Search search, OutcomeTable total) {
        this.gateway = gateway;
        this.request = request;
        this.search = search;
        this.total = total;
    }

    /**
     * Counts the outcomes of a search.
     *
     * @throws org.precedent.web.http.Failure with status 400 if the query has a syntax error or is too costly
     */
    public static OutcomeSource count(SearchGateway gateway, SearchRequest request) {
        var interpretation = gateway.understand(request);
        var total = gateway.run(() -> gateway.engine().countOutcomes(interpretation.search(), List.of()));
        boolean widened = total.words().shown() == Match.MOST;
        var canonical = (widened ? interpretation.request() : interpretation.chosen());
        var search = canonical.equals(interpretation.request())
                ? interpretation.search()
                : gateway.understand(canonical).search();
        return new OutcomeSource(gateway, canonical.with(canonical.options().with(Scope.ISSUE)), search, total);
    }

    /**
     * A table and information on what was omitted from it.
     *
     * @param cells cells by number of issues, descending
     * @param suppressed number of cells hidden because they have too few issues for a reviewer's specialty
     * @param omitted for each dimension, the number of values without cells because the table is truncated
     */
    public record Table(List<Cell> cells, int suppressed, List<Integer> omitted) {
        /** Whether the table is truncated, so that the values with the fewest issues have no cells. */
        boolean isTruncated() {
            return omitted.stream().anyMatch(values -> values > 0);
        }
    }

    /** Counts outcomes by these dimensions. */
    public Table countBy(List<Dimension> by) {
        var table = gateway.run(() -> gateway.engine().countOutcomes(search, by));
        var all = table.cells();
        if (!isAboutReviewers(by)) {
            return new Table(all, 0, table.omitted());
        }
        var shown =
                all.stream().filter(c -> c.counts().issues() >= MIN_GROUP_SIZE).toList();
        return new Table(shown, all.size() - shown.size(), table.omitted());
    }

    private boolean isAboutReviewers(List<Dimension> by) {
        var selection = request.selection();
        return by.contains(Dimension.SPECIALTY)
                || !selection.chosenIn(Facet.SPECIALTY).isEmpty()
                || !selection.excludedIn(Facet.SPECIALTY).isEmpty();
    }

    /** Counts for all issues of the search. */
    public Counts total() {
        return total.total();
    }

    /** Whether the search was widened to issues with only some of its words, which makes a rate meaningless. */
    boolean isWidened() {
        return total.words().shown() == Match.MOST;
    }

    /** The search, with filters recognized in its text added to the selected ones. */
    SearchRequest request() {
        return request;
    }

    /** The interpreted search without constraints on a decision or determination outcome. */
    Search baseSearch() {
        return OutcomeSearches.baseSearch(search);
    }

    /** Trees of the facet values. */
    public FacetPaths paths() {
        return gateway.searching().paths();
    }

    /** The request for all issues of the search. */
    SearchRequest requestForAll() {
        return requestForCell(List.of(), List.of());
    }

    /** The request for the issues of a cell. */
    public SearchRequest requestForCell(List<Dimension> by, List<String> values) {
        var cell = OutcomeSearches.cellSearch(
                OutcomeSearches.tableSearch(baseSearch(), by, total.words().shown()), by, values);
        return new SearchRequest(
                text(cell.query()),
                request.literal(),
                cell.selection(),
                request.options(),
                SearchRequest.EVERYTHING.sort(),
                SearchRequest.EVERYTHING.paging());
    }

    /** The selected treatment category whose items a table by these dimensions lists; empty if there is none. */
    Optional<String> itemGroup(List<Dimension> by) {
        return OutcomeSearches.itemGroup(baseSearch(), by, total.words().shown());
    }

    private String text(Query query) {
        if (query.equals(search.query())) {
            return request.text();
        }
        return query instanceof Query.Everything ? "" : QueryPrinter.print(query);
    }

    /** Path and query of a search. */
    public static String searchPath(SearchRequest request) {
        return SearchUrl.path(request);
    }

    /** Path and query of the overturned issues of a search; includes partly overturned ones if there are any. */
    static String overturnedPath(SearchRequest request, Counts counts) {
        var selection = request.selection().with(decided(Decision.OVERTURNED));
        return SearchUrl.path(request.with(
                counts.partlyOverturned() > 0 ? selection.with(decided(Decision.PARTLY_OVERTURNED)) : selection));
    }

    private static FacetValue decided(Decision decision) {
        return new FacetValue(Facet.DECISION, decision.label());
    }

    /** Share of the issues that were overturned, wholly or in part. */
    static OverturnRate overturnRate(Counts counts) {
        return new OverturnRate(counts.overturned() + counts.partlyOverturned(), counts.issues());
    }
}
