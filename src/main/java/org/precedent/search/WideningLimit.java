package org.precedent.search;

import java.util.Optional;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryTraits;

/**
 * Keeps searches from being widened to nearly every issue of an index. That happens where the index has only common words of the
 * text ({@code medical} of "transportation to medical appointments"): such a set says nothing, and hides that the rest is missing.
 *
 * @param engine counts the issues
 */
public record WideningLimit(SearchEngine engine) {
    /**
     * The search, insisting on all its words where widening says nothing. A search that names a value in its text, or whose
     * widening was chosen, is left as it is.
     *
     * @throws SearchEngine.TooCostly when a bound on expansion or time is exceeded
     */
    public Search apply(Search search) {
        return isBounded(search) && isTooWide(search.with(Selection.NONE)) ? requireAll(search) : search;
    }

    /**
     * The search with all its words required.
     */
    public static Search requireAll(Search search) {
        return search.with(search.options().with(Optional.of(Match.ALL)));
    }

    private static boolean isBounded(Search search) {
        var parts = QueryTraits.conjuncts(search.query());
        return search.plain()
                && search.match().isEmpty()
                && QueryTraits.words(parts).count() > 1
                && parts.stream().noneMatch(Query.Has.class::isInstance);
    }

    private boolean isTooWide(Search text) {
        return count(requireAll(text)) < WideningRule.ENOUGH
                && WideningRule.isTooWide(count(text), count(text.with(new Query.Everything())));
    }

    private long count(Search search) {
        return engine.count(search).issues();
    }
}
