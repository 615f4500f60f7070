package org.precedent.search.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.request.SearchRequest;

/**
 * A filter in effect, shown as a chip that can be removed.
 *
 * @param name what it filters by: {@code Body region}
 * @param words its value as display text: {@code Knee}, {@code not stated}, {@code from 2016-01-01}
 * @param value the facet value; empty for dates
 * @param excluded whether issues with the value are excluded
 * @param without the same search without it
 */
public record ActiveFilter(
        String name, String words, Optional<FacetValue> value, boolean excluded, SearchRequest without) {
    /**
     * All filters of a request: facets in display order, then exclusions, then dates.
     */
    public static List<ActiveFilter> list(SearchRequest request) {
        var filters = new ArrayList<ActiveFilter>();
        values(request.selection().chosen()).forEach(v -> filters.add(chosen(request, v)));
        values(request.selection().excluded()).forEach(v -> filters.add(excluded(request, v)));
        var decided = request.selection().decided();
        decided.from()
                .ifPresent(
                        d -> filters.add(dates(request, "from " + d, new DateRange(Optional.empty(), decided.to()))));
        decided.to()
                .ifPresent(
                        d -> filters.add(dates(request, "to " + d, new DateRange(decided.from(), Optional.empty()))));
        return List.copyOf(filters);
    }

    private static List<FacetValue> values(Map<Facet, Set<String>> byFacet) {
        var values = new ArrayList<FacetValue>();
        byFacet.forEach((facet, of) -> of.forEach(v -> values.add(new FacetValue(facet, v))));
        return values;
    }

    private static ActiveFilter chosen(SearchRequest request, FacetValue value) {
        var without = request.with(request.selection().without(value));
        return new ActiveFilter(value.facet().label(), words(value), Optional.of(value), false, without);
    }

    private static ActiveFilter excluded(SearchRequest request, FacetValue value) {
        var without = request.with(request.selection().withoutExclusion(value));
        return new ActiveFilter(value.facet().label(), words(value), Optional.of(value), true, without);
    }

    private static ActiveFilter dates(SearchRequest request, String words, DateRange rest) {
        var without = request.with(request.selection().withDecided(rest));
        return new ActiveFilter("Decided", words, Optional.empty(), false, without);
    }

    private static String words(FacetValue value) {
        return value.value().equals(Facet.NOT_STATED) ? "not stated" : value.value();
    }
}
