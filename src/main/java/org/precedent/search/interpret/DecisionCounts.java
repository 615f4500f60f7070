package org.precedent.search.interpret;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.precedent.determination.Decision;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchPage;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryTraits;

/**
 * How the issues a search is about were decided, whatever decision or letter outcome it asks for: a rate among the overturned ones would
 * be no rate.
 *
 * @param issues how many issues each decision has; decisions without any are left out
 * @param constrained whether the search asks for a decision or outcome, which was left aside
 */
public record DecisionCounts(Map<Decision, Long> issues, boolean constrained) {
    private static final Set<Facet> RESULT = Set.of(Facet.DECISION, Facet.OUTCOME);

    /** No figures. */
    public static final DecisionCounts NONE = new DecisionCounts(Map.of(), false);

    public DecisionCounts {
        issues = Map.copyOf(issues);
    }

    /**
     * The counts in a facet that no decision or outcome constrains.
     */
    public static DecisionCounts of(Map<Facet, List<FacetCount>> facets) {
        var counts = new EnumMap<Decision, Long>(Decision.class);
        for (var count : facets.getOrDefault(Facet.DECISION, List.of())) {
            Stream.of(Decision.values())
                    .filter(d -> d.label().equals(count.value()))
                    .forEach(d -> counts.put(d, count.total().issues()));
        }
        return new DecisionCounts(counts, false);
    }

    static DecisionCounts of(Search search, SearchPage page, SearchEngine engine) {
        var query = unconstrained(search.query());
        var selection = unconstrained(search.selection());
        if (query.equals(search.query()) && selection.equals(search.selection())) {
            return of(page.facets());
        }
        var counts = new EnumMap<Decision, Long>(Decision.class);
        for (var decision : Decision.values()) {
            var chosen = selection.with(new FacetValue(Facet.DECISION, decision.label()));
            long issues = engine.count(search.with(query).with(chosen)).issues();
            if (issues > 0) {
                counts.put(decision, issues);
            }
        }
        return new DecisionCounts(counts, true);
    }

    private static Query unconstrained(Query query) {
        return QueryNormalizer.and(QueryTraits.conjuncts(query).stream()
                .filter(part -> !asksForResult(part))
                .toList());
    }

    private static boolean asksForResult(Query part) {
        return part instanceof Query.Has has
                ? RESULT.contains(has.value().facet())
                : part.children().stream().anyMatch(DecisionCounts::asksForResult);
    }

    private static Selection unconstrained(Selection selection) {
        var kept = selection;
        for (var facet : RESULT) {
            for (var value : selection.chosenIn(facet)) {
                kept = kept.without(new FacetValue(facet, value));
            }
            for (var value : selection.excludedIn(facet)) {
                kept = kept.notExcluding(new FacetValue(facet, value));
            }
        }
        return kept;
    }
}
