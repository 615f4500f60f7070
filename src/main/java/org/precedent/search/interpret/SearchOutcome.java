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
     * @param asked how the request was understood
     * @param page the results
     * @param decisions how such issues were decided; none where the result is widened
     * @param sentence what is searched, in words
     * @param filters what is chosen in addition to the text
     * @param advice what to do instead; empty unless nothing was found, or a word of a widened search is misspelled
     * @param inSummaries what searching the clinical summaries too would add; empty where it adds nothing
     */
    record Found(
            Interpretation.Understandable asked,
            SearchPage page,
            DecisionCounts decisions,
            String sentence,
            List<ActiveFilter> filters,
            Optional<SearchAdvice> advice,
            Optional<SummaryOffer> inSummaries)
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

    /**
     * The same search with the clinical summaries searched too, offered where it finds more.
     *
     * @param issues how many more issues it finds
     * @param request the search
     */
    record SummaryOffer(long issues, SearchRequest request) {
        /**
         * The offer for a page of results; empty where it adds nothing, or the summaries are searched already.
         */
        static Optional<SummaryOffer> find(Interpretation.Understandable asked, SearchPage page, SearchEngine engine) {
            var search = asked.search();
            if (search.options().summary() || !QueryTraits.asksForWords(search.query())) {
                return Optional.empty();
            }
            boolean widened = page.words().shown() == Match.MOST;
            long own = widened ? page.words().withAll().issues() : page.total().issues();
            long all = engine.count(search.with(insisting(search.options()))).issues();
            return all > own
                    ? Optional.of(new SummaryOffer(
                            all - own,
                            asked.request().with(insisting(asked.request().options()))))
                    : Optional.empty();
        }

        /** With all words, so that what the summaries add is not lost among widened results. */
        private static MatchOptions insisting(MatchOptions options) {
            return options.withSummary(true).with(Optional.of(Match.ALL));
        }
    }
}
