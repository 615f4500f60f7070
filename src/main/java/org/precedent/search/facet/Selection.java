package org.precedent.search.facet;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Filters chosen in addition to the query text: values of one facet are ORed, facets are ANDed, excluded values are removed.
 *
 * @param chosen required values by facet; a facet without values is not a key
 * @param excluded excluded values by facet; a facet without values is not a key
 * @param decided range of decision dates
 */
public record Selection(Map<Facet, Set<String>> chosen, Map<Facet, Set<String>> excluded, DateRange decided) {
    /** Nothing chosen, nothing excluded. */
    public static final Selection NONE = new Selection(Map.of(), Map.of(), DateRange.ALWAYS);

    public Selection {
        chosen = sorted(chosen);
        excluded = sorted(excluded);
    }

    /**
     * The values chosen in a facet, sorted; empty when none is.
     */
    public Set<String> chosenIn(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    /**
     * The values excluded in a facet, sorted; empty when none is.
     */
    public Set<String> excludedIn(Facet facet) {
        return excluded.getOrDefault(facet, Set.of());
    }

    /**
     * This selection with a value chosen.
     */
    public Selection with(FacetValue value) {
        return new Selection(added(chosen, value), excluded, decided);
    }

    /**
     * This selection with a value no longer chosen.
     */
    public Selection without(FacetValue value) {
        return new Selection(removed(chosen, value), excluded, decided);
    }

    /**
     * This selection with a value excluded.
     */
    public Selection withExclusion(FacetValue value) {
        return new Selection(removed(chosen, value), added(excluded, value), decided);
    }

    /**
     * This selection with a value no longer excluded.
     */
    public Selection withoutExclusion(FacetValue value) {
        return new Selection(chosen, removed(excluded, value), decided);
    }

    /**
     * This selection with another range of decision dates.
     */
    public Selection withDecided(DateRange range) {
        return new Selection(chosen, excluded, range);
    }

    private static Map<Facet, Set<String>> added(Map<Facet, Set<String>> map, FacetValue value) {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        copy.putAll(map);
        var values = new TreeSet<>(copy.getOrDefault(value.facet(), Set.of()));
        values.add(value.value());
        copy.put(value.facet(), values);
        return copy;
    }

    private static Map<Facet, Set<String>> removed(Map<Facet, Set<String>> map, FacetValue value) {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        copy.putAll(map);
        var values = new TreeSet<>(copy.getOrDefault(value.facet(), Set.of()));
        values.remove(value.value());
        copy.put(value.facet(), values);
        return copy;
    }

    private static Map<Facet, Set<String>> sorted(Map<Facet, Set<String>> map) {
        var copy = new EnumMap<Facet, Set<String>>(Facet.class);
        map.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Collections.unmodifiableSet(new TreeSet<>(List.copyOf(values))));
            }
        });
        return Collections.unmodifiableMap(copy);
    }
}
