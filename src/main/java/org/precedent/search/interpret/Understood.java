package org.precedent.search.interpret;

import org.precedent.determination.Span;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.request.SearchRequest;

/**
 * Query words recognised as a facet value.
 *
 * @param words as typed
 * @param at where they stand in the query text
 * @param value what they name
 * @param negated the value must not hold ({@code NOT upheld})
 * @param asWords the same search with these words taken as words
 * @param without the same search without them
 */
public record Understood(
        String words, Span at, FacetValue value, boolean negated, SearchRequest asWords, SearchRequest without) {}
