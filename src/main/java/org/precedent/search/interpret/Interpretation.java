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
     * It can be run.
     *
     * @param request what was asked
     * @param chosen the same search with the values understood chosen in addition to the rest of the text, as a click chooses them; the
     *     request itself where it cannot be said so
     * @param search what the engine is to be asked
     * @param understood words taken as facet values, in their order
     * @param offers other readings of ambiguous words
     * @param words what is left to be looked for as words, single spaces between them; operators and fields are not words
     * @param caseNumbers the case numbers when the text contains nothing else, canonical; empty otherwise
     */
    record Understandable(
            SearchRequest request,
            SearchRequest chosen,
            Search search,
            List<Understood> understood,
            List<AlternativeReading> offers,
            String words,
            List<String> caseNumbers)
            implements Interpretation {
        public Understandable {
            understood = List.copyOf(understood);
            offers = List.copyOf(offers);
            caseNumbers = List.copyOf(caseNumbers);
        }

        /** A copy that asks the engine for something else. */
        Understandable with(Search other) {
            return new Understandable(request, chosen, other, understood, offers, words, caseNumbers);
        }
    }

    /**
     * It cannot.
     *
     * @param request what was asked
     * @param error what is wrong
     * @param literally the search that takes all of it as words
     */
    record Wrong(SearchRequest request, QueryError error, SearchRequest literally) implements Interpretation {}

    /**
     * An alternative reading of ambiguous query words, offered as a link.
     *
     * @param words as typed
     * @param at their position in the query text
     * @param label what they would be taken for: {@code Body region: Spine}
     * @param request the search that takes them so
     */
    record AlternativeReading(String words, Span at, String label, SearchRequest request) {}

    /**
     * Query words recognized as a facet value.
     *
     * @param words as typed
     * @param at their position in the query text
     * @param value what they name
     * @param negated the value must not hold ({@code NOT upheld})
     * @param asWords the same search with these words taken as words
     * @param without the same search without them
     */
    public record Understood(
            String words, Span at, FacetValue value, boolean negated, SearchRequest asWords, SearchRequest without) {}
}
