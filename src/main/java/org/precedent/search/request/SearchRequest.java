package org.precedent.search.request;

import org.precedent.search.MatchOptions;
import org.precedent.search.PageRequest;
import org.precedent.search.Sort;
import org.precedent.search.facet.Selection;

/**
 * A search request, equivalent to its URL. {@link SearchUrl} converts between the two.
 *
 * @param text the query as typed, without surrounding spaces; may be empty
 * @param literal whether all words are taken literally, none recognized as a facet value ({@code words=1})
 * @param selection facet values and dates
 * @param options scope, widening, and whether the clinical summary is searched
 * @param sort the order of the result
 * @param paging the part to show
 */
public record SearchRequest(
        String text, boolean literal, Selection selection, MatchOptions options, Sort sort, PageRequest paging) {
    /** Default number of entries per page. */
    public static final int DEFAULT_SIZE = 10;

    /** Maximum number of entries per page. */
    public static final int MAX_SIZE = PageRequest.MAX_SIZE;

    /** Maximum number of entries reachable by page number; to see more, narrow the search or export it. */
    public static final int MAX_DEPTH = 10_000;

    /** All determinations, in the default order. */
    public static final SearchRequest EVERYTHING = of("");

    public SearchRequest {
        text = text.strip();
    }

    /**
     * A request with only a text.
     */
    public static SearchRequest of(String text) {
        return new SearchRequest(
                text, false, Selection.NONE, MatchOptions.DEFAULT, Sort.RELEVANCE, PageRequest.first(DEFAULT_SIZE));
    }

    /** The page's number, one-based. */
    public int page() {
        return paging.number();
    }

    /** Entries per page. */
    public int size() {
        return paging.size();
    }

    /**
     * A copy with another selection, from page 1.
     */
    public SearchRequest with(Selection other) {
        return new SearchRequest(text, literal, other, options, sort, paging.withNumber(1));
    }

    /**
     * A copy with other options, from page 1.
     */
    public SearchRequest with(MatchOptions other) {
        return new SearchRequest(text, literal, selection, other, sort, paging.withNumber(1));
    }

    /**
     * A copy in another order, from page 1.
     */
    public SearchRequest with(Sort other) {
        return new SearchRequest(text, literal, selection, options, other, paging.withNumber(1));
    }

    /**
     * A copy with another page request.
     */
    public SearchRequest with(PageRequest other) {
        return new SearchRequest(text, literal, selection, options, sort, other);
    }

    /**
     * A copy with another text, from page 1.
     */
    public SearchRequest withText(String other) {
        return new SearchRequest(other, literal, selection, options, sort, paging.withNumber(1));
    }

    /**
     * A copy in which no words are recognized as facet values, from page 1.
     */
    public SearchRequest literally() {
        return new SearchRequest(text, true, selection, options, sort, paging.withNumber(1));
    }

    /**
     * The same search at page 1.
     */
    public SearchRequest firstPage() {
        return with(paging.withNumber(1));
    }
}
