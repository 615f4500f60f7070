package org.precedent.search.interpret;

import java.util.List;
import java.util.Optional;
import org.precedent.search.Match;
import org.precedent.search.MatchOptions;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchPage;
import org.precedent.search.query.QueryTraits;
import org.precedent.search.request.SearchRequest;

/**
 * The outcome of a request: a page of results with advice, or an error. Pages, JSON and the terminal render it.
 */
public sealed interface SearchOutcome {
    /**
     * A page of results, which may be empty.
     *
     * @param interpretation the interpretation of the request
     * @param page the results
     * @param decisions how the issues were decided; {@link DecisionCounts#NONE} if the result is widened
     * @param sentence description of the search as display text
     * @param filters filters selected in addition to the text
     * @param advice suggested changes; empty unless nothing was found or a word may be misspelled
     * @param inSummaries offer to search the clinical summaries too; empty if that adds nothing
     */
    record Found(
            Interpretation.Valid interpretation,
            SearchPage page,
            DecisionCounts decisions,
            String sentence,
            List<ActiveFilter> filters,
            Optional<SearchAdvice> advice,
            Optional<SummaryOffer> inSummaries)
            implements SearchOutcome {
        /**
         * The request with the canonical URL of the search: recognized values are selected as filters. A widened search keeps its text,
         * because how far it is widened depends on the text.
         */
        public SearchRequest canonical() {
            return page.words().shown() == Match.MOST
                    ? interpretation.request()
                    : interpretation.chosen().with(interpretation.request().paging());
        }

        public Found {
            filters = List.copyOf(filters);
        }
    }

    /**
     * The query text cannot be parsed.
     *
     * @param interpretation the error
     */
    record Invalid(Interpretation.Invalid interpretation) implements SearchOutcome {}

    /**
     * The same search with the clinical summaries searched too, offered if it finds more.
     *
     * @param issues how many more issues it finds
     * @param request the request for that search
     */
    record SummaryOffer(long issues, SearchRequest request) {
        /**
         * The offer for a page of results; empty if that adds nothing or the summaries are already searched.
         */
        static Optional<SummaryOffer> find(Interpretation.Valid interpretation, SearchPage page, SearchEngine engine) {
            var search = interpretation.search();
            if (search.options().summary() || !QueryTraits.asksForWords(search.query())) {
                return Optional.empty();
            }
            boolean widened = page.words().shown() == Match.MOST;
            long own = widened ? page.words().withAll().issues() : page.total().issues();
            long all =
                    engine.count(search.with(requireAllWords(search.options()))).issues();
            return all > own
                    ? Optional.of(new SummaryOffer(
                            all - own,
                            interpretation
                                    .request()
                                    .with(requireAllWords(
                                            interpretation.request().options()))))
                    : Optional.empty();
        }

        /** The options with all words required, so that the additional results are not lost among widened ones. */
        private static MatchOptions requireAllWords(MatchOptions options) {
            return options.withSummary(true).with(Optional.of(Match.ALL));
        }
    }
}
