package org.precedent.lucene.facet;

import java.util.Map;
import java.util.Optional;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.search.SearchPage;
import org.precedent.search.facet.Facet;

/**
 * The set of issues a search shows, before it is ordered and paged.
 *
 * @param hits the issues shown
 * @param base what a facet's values are counted among where it has no choices
 * @param others the same for each facet with choices, these left out
 * @param words which set is shown of a search for plain words
 * @param ranking how well an issue matches, of just the issues shown; empty where all match equally
 */
public record ResultSet(
        IssueSet hits,
        Base base,
        Map<Facet, Base> others,
        SearchPage.Words words,
        Optional<org.apache.lucene.search.Query> ranking) {
    /** What a click on a value narrows. */
    public sealed interface Base {
        /**
         * The value must hold for the issue itself.
         *
         * @param hits issues that meet all else
         */
        record Issues(IssueSet hits) implements Base {}

        /**
         * The value may hold for another issue of the letter.
         *
         * @param letters all issues of the letters that meet all else
         * @param meeting the issues that meet something said of issues; empty where nothing is said of issues
         */
        record Letters(IssueSet letters, Optional<IssueSet> meeting) implements Base {}
    }

    /** The same, with the terms of the ranking looked up once for all that runs it. */
    public ResultSet withRewrittenRanking() {
        return new ResultSet(hits, base, others, words, ranking.map(hits.snapshot()::rewrite));
    }

    /** What a facet's values are counted among. */
    Base baseFor(Facet facet) {
        return others.getOrDefault(facet, base);
    }
}
