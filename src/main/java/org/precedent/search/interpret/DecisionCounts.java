package org.precedent.search.interpret;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.precedent.determination.Decision;
import org.precedent.search.OutcomeSearches;
import org.precedent.search.Search;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchPage;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetValue;

/**
 * How the issues of a search were decided, ignoring any decision or determination outcome it requires, because a rate among overturned
 * issues would always be 100%.
 *
 * @param issues number of issues by decision; decisions without any are absent
 * @param constrained whether the search requires a decision or outcome, which was ignored
 */
public record DecisionCounts(Map<Decision, Long> issues, boolean constrained) {
    /** No counts. */
    public static final DecisionCounts NONE = new DecisionCounts(Map.of(), false);

    public DecisionCounts {
        issues = Map.copyOf(issues);
    }

    /**
     * The counts from the facet counts of a search that requires no decision or outcome.
     */
    public static DecisionCounts fromFacets(Map<Facet, List<FacetCount>> facets) {
        var counts = new EnumMap<Decision, Long>(Decision.class);
        for (var count : facets.getOrDefault(Facet.DECISION, List.of())) {
            Stream.of(Decision.values())
                    .filter(d -> d.label().equals(count.value()))
                    .forEach(d -> counts.put(d, count.total().issues()));
        }
        return new DecisionCounts(counts, false);
    }

    static DecisionCounts count(Search search, SearchPage page, SearchEngine engine) {
        var whole = OutcomeSearches.withoutOutcome(search);
        if (whole.equals(search)) {
            return fromFacets(page.facets());
        }
        var counts = new EnumMap<Decision, Long>(Decision.class);
        for (var decision : Decision.values()) {
            var chosen = whole.selection().with(new FacetValue(Facet.DECISION, decision.label()));
            long issues = engine.count(whole.with(chosen)).issues();
            if (issues > 0) {
                counts.put(decision, issues);
            }
        }
        return new DecisionCounts(counts, true);
    }
}
