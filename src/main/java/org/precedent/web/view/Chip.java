package org.precedent.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.interpret.Interpretation.Understood;
import org.precedent.search.request.SearchRequest;

/**
 * A constraint shown as a removable chip.
 *
 * @param kind the constrained property: {@code Body region}
 * @param label the value: {@code Cervical spine}
 * @param words the words of the query it was recognized from; empty if the user selected it as a filter
 * @param negated whether the value is excluded
 * @param without the search without this constraint
 * @param remove URL of that search
 * @param asWords URL of the search that takes the words literally; empty if the user selected it as a filter
 */
public record Chip(
        String kind,
        String label,
        Optional<String> words,
        boolean negated,
        SearchRequest without,
        String remove,
        Optional<String> asWords) {
    /**
     * Chips for the words of a query that were recognized as facet values.
     */
    public static List<Chip> understood(PageAddress address, Interpretation.Valid meaning) {
        return meaning.understood().stream().map(u -> understood(address, u)).toList();
    }

    private static Chip understood(PageAddress address, Understood u) {
        var facet = u.value().facet();
        return new Chip(
                facet.label(),
                PageText.facetValue(facet, u.value().value()),
                Optional.of(u.words()),
                u.negated(),
                u.without(),
                address.urlOf(u.without()),
                Optional.of(address.urlOf(u.asWords())));
    }

    /**
     * Chips for the filters selected in addition to the text, in the order of the filter rail.
     */
    public static List<Chip> filters(PageAddress address) {
        var chips = new ArrayList<Chip>();
        var request = address.request();
        var selection = request.selection();
        for (var facet : Facet.values()) {
            for (var v : selection.chosenIn(facet)) {
                var without = selection.without(new FacetValue(facet, v));
                chips.add(chosen(facet.label(), PageText.facetValue(facet, v), false, address, request.with(without)));
            }
            for (var v : selection.excludedIn(facet)) {
                var without = selection.withoutExclusion(new FacetValue(facet, v));
                chips.add(chosen(facet.label(), PageText.facetValue(facet, v), true, address, request.with(without)));
            }
        }
        if (!selection.decided().equals(DateRange.ALWAYS)) {
            var without = selection.withDecided(DateRange.ALWAYS);
            chips.add(chosen("Decided", PageText.range(selection.decided()), false, address, request.with(without)));
        }
        return List.copyOf(chips);
    }

    /**
     * Returns this chip with another URL for its removal.
     */
    public Chip withHref(String address) {
        return new Chip(kind, label, words, negated, without, address, asWords);
    }

    private static Chip chosen(String kind, String label, boolean negated, PageAddress address, SearchRequest without) {
        return new Chip(kind, label, Optional.empty(), negated, without, address.urlOf(without), Optional.empty());
    }
}
