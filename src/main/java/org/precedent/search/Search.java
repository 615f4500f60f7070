package org.precedent.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.Query;

/**
 * A search as an engine runs it: the query tree with everything else that bounds, orders and pages the result.
 *
 * @param query what must hold
 * @param plain the text was plain words without operators, quotes or fields; function words are gone already. The
 *     {@link Query.Word}s that are the query or are directly below its {@link Query.And} count: all of them must hold, or, where
 *     the search is widened, as many as {@link WideningRule} says. Everything else in the query must hold
 * @param selection facet values and dates chosen in addition to the text
 * @param options scope, widening, and whether the clinical summary is searched. Without a choice the search widens automatically when
 *     fewer than {@value WideningRule#ENOUGH} issues meet the query with all words; the selection has no say in it, so that a
 *     choice never widens what it was to narrow
 * @param sort the order of the result
 * @param paging the part to show
 * @param since only determinations that are new or changed since; empty for no such bound
 */
public record Search(
        Query query,
        boolean plain,
        Selection selection,
        MatchOptions options,
        Sort sort,
        PageRequest paging,
        Optional<Since> since) {
    /** The largest page. */
    public static final int MAX_SIZE = PageRequest.MAX_SIZE;

    /**
     * A bound on when determinations were ingested.
     *
     * @param kind what happened to the letter
     * @param after strictly after this instant
     */
    public record Since(Kind kind, Instant after) {
        /** What happened. */
        public enum Kind {
            /** First seen after the instant. */
            NEW,
            /** First seen before or at the instant, content changed after it. */
            CHANGED
        }
    }

    /**
     * All issues for which a query holds, by default: in the same issue, newest first, the largest page.
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
     * A copy with other values chosen.
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
     * A copy for another part of the result.
     */
    public Search with(PageRequest other) {
        return new Search(query, plain, selection, options, sort, other, since);
    }

    /**
     * A copy bounded to determinations new or changed since.
     */
    public Search with(Since bound) {
        return new Search(query, plain, selection, options, sort, paging, Optional.of(bound));
    }
}
