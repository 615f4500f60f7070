package org.precedent.search.request;

import java.util.Optional;
import org.precedent.search.Match;
import org.precedent.search.Scope;
import org.precedent.search.Search;
import org.precedent.search.Sort;
import org.precedent.search.facet.Selection;

/**
 * What was asked, as a value; one class turns it into a URL and back.
 *
 * @param text the query as typed, without surrounding blanks; may be empty
 * @param selection facet values and dates
 * @param scope same issue, or anywhere in the letter
 * @param literal take every word as a word, understand none as a facet ({@code words=1})
 * @param match all or most of the words; empty to let the result decide
 * @param sort the order of letters
 * @param page one-based
 * @param size letters a page, 1 to {@value #MAX_SIZE}
 * @param after id of the letter the page begins behind; empty to count pages from the first letter
 */
public record SearchRequest(
        String text,
        Selection selection,
        Scope scope,
        boolean literal,
        Optional<Match> match,
        Sort sort,
        int page,
        int size,
        Optional<String> after) {
    /** Letters a page unless told otherwise. */
    public static final int DEFAULT_SIZE = 10;

    /** The largest page. */
    public static final int MAX_SIZE = Search.MAX_SIZE;

    /** No letter beyond this rank can be paged to; narrow or export instead. */
    public static final int MAX_DEPTH = 10_000;

    /** Everything, in the default order. */
    public static final SearchRequest EVERYTHING = of("");

    public SearchRequest {
        text = text.strip();
        if (page < 1 || size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "page " + page + " size " + size + ": expected page >= 1 and size 1 to " + MAX_SIZE);
        }
    }

    /**
     * A search for words alone.
     */
    public static SearchRequest of(String text) {
        return new SearchRequest(
                text,
                Selection.NONE,
                Scope.ISSUE,
                false,
                Optional.empty(),
                Sort.RELEVANCE,
                1,
                DEFAULT_SIZE,
                Optional.empty());
    }

    /**
     * The same with another selection, from page 1.
     */
    public SearchRequest with(Selection other) {
        return new SearchRequest(text, other, scope, literal, match, sort, 1, size, Optional.empty());
    }

    /**
     * The same with other words, from page 1.
     */
    public SearchRequest withText(String other) {
        return new SearchRequest(other, selection, scope, literal, match, sort, 1, size, Optional.empty());
    }

    /**
     * The same in another order, from page 1.
     */
    public SearchRequest withSort(Sort other) {
        return new SearchRequest(text, selection, scope, literal, match, other, 1, size, Optional.empty());
    }

    /**
     * The same in another scope, from page 1.
     */
    public SearchRequest withScope(Scope other) {
        return new SearchRequest(text, selection, other, literal, match, sort, 1, size, Optional.empty());
    }

    /**
     * The same with every word taken as a word or not, from page 1.
     */
    public SearchRequest withLiteral(boolean other) {
        return new SearchRequest(text, selection, scope, other, match, sort, 1, size, Optional.empty());
    }

    /**
     * The same insisting on all or most of the words, from page 1.
     */
    public SearchRequest withMatch(Optional<Match> other) {
        return new SearchRequest(text, selection, scope, literal, other, sort, 1, size, Optional.empty());
    }

    /**
     * The same at another page.
     */
    public SearchRequest withPage(int other) {
        return new SearchRequest(text, selection, scope, literal, match, sort, other, size, Optional.empty());
    }

    /**
     * The same with another page size, from page 1.
     */
    public SearchRequest withSize(int other) {
        return new SearchRequest(text, selection, scope, literal, match, sort, 1, other, Optional.empty());
    }

    /**
     * The page behind a letter: the next one, wherever that letter stands by then. It may lie as deep as there are letters.
     */
    public SearchRequest behind(String id) {
        return new SearchRequest(text, selection, scope, literal, match, sort, page + 1, size, Optional.of(id));
    }
}
