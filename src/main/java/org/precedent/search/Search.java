package org.precedent.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.Query;

/**
 * A search as an engine runs it: the query tree plus filters, options, order and page.
 *
 * @param query the query tree
 * @param plain whether the text was plain words without operators, quotes or fields; function words are already removed. The
 *     {@link Query.Word}s at the root or directly below a root {@link Query.And} must all match or, if the search is widened, as many of
 *     them as {@link WideningRule} requires. Everything else in the query must match
 * @param selection facet values and dates chosen in addition to the text
 * @param options scope, widening, and whether the clinical summary is searched. Unless the options say otherwise, the search widens
 *     automatically when fewer than {@value WideningRule#MIN_ISSUES} issues match the query with all words. That count ignores the selection,
 *     so that choosing a filter never widens the result
 * @param sort the order of the result
 * @param paging the part to show
 * @param since only determinations that are new or changed since then; empty for no bound
 */
public record Search(
        Query query,
        boolean plain,
        Selection selection,
        MatchOptions options,
        Sort sort,
        PageRequest paging,
        Optional<Since> since) {
    /** Maximum number of entries per page. */
    public static final int MAX_SIZE = PageRequest.MAX_SIZE;

    /**
     * A bound on when determinations were ingested.
     *
     * @param kind whether the determination is new or changed
     * @param after strictly after this instant
     */
    public record Since(Kind kind, Instant after) {
        /** Whether a determination is new or changed. */
        public enum Kind {
            /** First seen after the instant. */
            NEW,
            /** First seen at or before the instant, content changed after it. */
            CHANGED
        }
    }

    /**
     * All issues that match a query, with default options, newest first, on a page of the maximum size.
     */
    public static Search of(Query query) {
        return new Search(
                query,
                false,
                Selection.NONE,
                MatchOptions.DEFAULT,
                Sort.NEWEST,
                PageRequest.first(MAX_SIZE),
                Optional.empty());
    }

    /** The facets whose values are counted with this search, in display order. */
    public List<Facet> countedFacets() {
        return Facet.counted(selection.chosen().keySet());
    }

    /**
     * A copy with another query.
     */
    public Search with(Query other) {
        return new Search(other, plain, selection, options, sort, paging, since);
    }

    /**
     * A copy with another selection.
     */
    public Search with(Selection other) {
        return new Search(query, plain, other, options, sort, paging, since);
    }

    /**
     * A copy with other options.
     */
    public Search with(MatchOptions other) {
        return new Search(query, plain, selection, other, sort, paging, since);
    }

    /**
     * A copy with another page request.
     */
    public Search with(PageRequest other) {
        return new Search(query, plain, selection, options, sort, other, since);
    }

    /**
     * A copy limited to determinations that are new or changed since then.
     */
    public Search with(Since bound) {
        return new Search(query, plain, selection, options, sort, paging, Optional.of(bound));
    }
}
