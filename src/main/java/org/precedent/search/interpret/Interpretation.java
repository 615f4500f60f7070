package org.precedent.search.interpret;

import java.util.List;
import org.precedent.determination.Span;
import org.precedent.search.Search;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.QueryError;
import org.precedent.search.request.SearchRequest;

/**
 * The interpretation of a request: a runnable search, or an error.
 */
public sealed interface Interpretation {
    /**
     * A request that can be run.
     *
     * @param request the original request
     * @param chosen the same search with the recognized values removed from the text and selected as filters; the request itself if there
     *     is no such request
     * @param search the search for the engine
     * @param understood words recognized as facet values, in text order
     * @param offers other readings of ambiguous words
     * @param words the remaining words to search for, separated by single spaces, without operators and fields
     * @param caseNumbers canonical case numbers if the text contains nothing else; empty otherwise
     */
    record Valid(
            SearchRequest request,
            SearchRequest chosen,
            Search search,
            List<Understood> understood,
            List<AlternativeReading> offers,
            String words,
            List<String> caseNumbers)
            implements Interpretation {
        public Valid {
            understood = List.copyOf(understood);
            offers = List.copyOf(offers);
            caseNumbers = List.copyOf(caseNumbers);
        }

        /** A copy with another search. */
        Valid with(Search other) {
            return new Valid(request, chosen, other, understood, offers, words, caseNumbers);
        }
    }

    /**
     * A request with an error in its query text.
     *
     * @param request the original request
     * @param error what is wrong
     * @param literally the request with all of its text taken as words
     */
    record Invalid(SearchRequest request, QueryError error, SearchRequest literally) implements Interpretation {}

    /**
     * An alternative reading of ambiguous query words, offered as a link.
     *
     * @param words as typed
     * @param at their position in the query text
     * @param label the other reading as display text: {@code Body region: Spine}
     * @param request the request with that reading
     */
    record AlternativeReading(String words, Span at, String label, SearchRequest request) {}

    /**
     * Query words recognized as a facet value.
     *
     * @param words as typed
     * @param at their position in the query text
     * @param value the facet value
     * @param negated whether the value is excluded ({@code NOT upheld})
     * @param asWords the same search with these words taken as words
     * @param without the same search without them
     */
    public record Understood(
            String words, Span at, FacetValue value, boolean negated, SearchRequest asWords, SearchRequest without) {}
}
