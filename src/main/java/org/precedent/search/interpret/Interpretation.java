package org.precedent.search.interpret;

import java.util.List;
import org.precedent.search.Search;
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
     * @param chosen the same search with the values understood chosen beside the rest of the text, as a click chooses them; the
     *     request itself where it cannot be said so
     * @param search what the engine is to be asked
     * @param understood words taken as facet values, in their order
     * @param offers other readings of ambiguous words
     * @param words what is left to be looked for as words, single blanks between them; operators and fields are no words
     * @param caseNumbers the case numbers when the text holds nothing else, canonical; empty otherwise
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
}
