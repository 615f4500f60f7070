package org.precedent.search.interpret;

import java.util.List;
import java.util.Optional;
import org.precedent.search.Match;
import org.precedent.search.SearchPage;
import org.precedent.search.request.SearchRequest;

/**
 * The outcome of a request: a page of results with advice, or an error. Pages, JSON and the terminal render it.
 */
public sealed interface SearchOutcome {
    /**
     * A page of results, which may be empty.
     *
     * @param asked how the request was understood
     * @param page the results
     * @param decisions how such issues were decided; none where the result is widened
     * @param sentence what is searched, in words
     * @param filters what is chosen beside the text
     * @param advice what to do instead; empty unless nothing was found
     */
    record Found(
            Interpretation.Understandable asked,
            SearchPage page,
            DecisionCounts decisions,
            String sentence,
            List<ActiveFilter> filters,
            Optional<ZeroResultAdvice> advice)
            implements SearchOutcome {
        /**
         * The request whose address the search has: what was understood is chosen in it. How far a search is widened depends on what
         * was typed, so that a widened one keeps its text.
         */
        public SearchRequest canonical() {
            return page.words().shown() == Match.MOST
                    ? asked.request()
                    : asked.chosen().with(asked.request().paging());
        }

        public Found {
            filters = List.copyOf(filters);
        }
    }

    /**
     * The query text cannot be read.
     *
     * @param wrong why
     */
    record Wrong(Interpretation.Wrong wrong) implements SearchOutcome {}
}
