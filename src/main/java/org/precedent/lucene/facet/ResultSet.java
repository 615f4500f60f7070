package org.precedent.lucene.facet;

import java.util.Map;
import java.util.Optional;
import org.precedent.lucene.snapshot.IssueSet;
import org.precedent.search.SearchPage;
import org.precedent.search.facet.Facet;

/**
 * The issues found by a search, before sorting and paging.
 *
 * @param hits the issues shown
 * @param base what values of facets without a selection are counted among
 * @param others what values of each facet with a selection are counted among, ignoring that selection
 * @param words how the words of a plain search were matched
 * @param ranking scoring query that matches only the issues shown; empty when all rank equally
 */
public record ResultSet(
        IssueSet hits,
        Base base,
        Map<Facet, Base> others,
        SearchPage.Words words,
        Optional<org.apache.lucene.search.Query> ranking) {
    /** The issues or determinations among which facet values are counted, that is, what selecting a value would narrow. */
    public sealed interface Base {
        /**
         * Issue scope: the issue itself must have the value.
         *
         * @param hits issues that meet all other constraints
         */
        record Issues(IssueSet hits) implements Base {}

        /**
         * Determination scope: any issue of the determination may have the value.
         *
         * @param letters all issues of the determinations that meet all other constraints
         * @param meeting issues that meet at least one issue-level constraint; empty when there is none
         */
        record Letters(IssueSet letters, Optional<IssueSet> meeting) implements Base {}
    }

    /** Returns a copy with a rewritten ranking, so that its terms are looked up only once. */
    public ResultSet withRewrittenRanking() {
        return new ResultSet(hits, base, others, words, ranking.map(hits.snapshot()::rewrite));
    }

    /** What the values of a facet are counted among. */
    Base baseFor(Facet facet) {
        return others.getOrDefault(facet, base);
    }
}
