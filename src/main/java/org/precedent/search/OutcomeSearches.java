package org.precedent.search;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.query.Query;
import org.precedent.search.query.QueryNormalizer;
import org.precedent.search.query.QueryTraits;

/**
 * Derives the searches behind an outcome table: the base search for the total, the search whose issues the cells count, and the search each
 * cell links to. Shared by all engines.
 */
public final class OutcomeSearches {
    private static final Set<Facet> RESULT = Set.of(Facet.DECISION, Facet.OUTCOME);

    private OutcomeSearches() {}

    /**
     * The search without constraints on a decision or determination outcome, typed or chosen, and with scope {@link Scope#ISSUE}: all other
     * constraints must hold for the one issue whose decision is counted.
     */
    public static Search baseSearch(Search search) {
        return withoutOutcome(search).with(search.options().with(Scope.ISSUE));
    }

    /**
     * The search without constraints on a decision or determination outcome, typed or chosen.
     */
    public static Search withoutOutcome(Search search) {
        var kept = QueryTraits.conjuncts(search.query()).stream()
                .filter(part -> !asksForResult(part))
                .toList();
        return search.with(QueryNormalizer.and(kept)).with(withoutOutcome(search.selection()));
    }

    /**
     * The selection without values of a decision or determination outcome.
     */
    public static Selection withoutOutcome(Selection selection) {
        return new Selection(
                without(selection.chosen(), RESULT), without(selection.excluded(), RESULT), selection.decided());
    }

    private static boolean asksForResult(Query part) {
        return part instanceof Query.Has has
                ? RESULT.contains(has.value().facet())
                : part.children().stream().anyMatch(OutcomeSearches::asksForResult);
    }

    private static Map<Facet, Set<String>> without(Map<Facet, Set<String>> values, Set<Facet> facets) {
        var kept = new EnumMap<Facet, Set<String>>(Facet.class);
        kept.putAll(values);
        kept.keySet().removeAll(facets);
        return kept;
    }

    /**
     * The search whose issues the cells count: the base search without the values chosen, or typed as a choice, in the table's own facets,
     * because each cell supplies its own value. A single chosen treatment that has items stays, because its items also occur under other
     * treatments: lidocaine below topical analgesics is counted only among topical analgesics, so that no row exceeds its parent row.
     *
     * @param whole result of {@link #baseSearch}
     * @param shown {@link Match#MOST} if the base search was widened; typed values then stay, because they determine how far it is widened
     */
    public static Search tableSearch(Search whole, List<Dimension> by, Match shown) {
        var facets = facets(by);
        var selection = whole.selection();
        var query = whole.query();
        if (shown == Match.ALL) {
            for (var typed : QueryTraits.choices(query, selection).entrySet()) {
                query = facets.contains(typed.getKey()) ? QueryNormalizer.without(query, typed.getValue()) : query;
            }
        }
        var group = itemGroup(whole, by, shown).map(OutcomeSearches::treatment);
        query = QueryNormalizer.and(
                Stream.concat(Stream.of(query), group.stream()).toList());
        var chosen = without(selection.chosen(), facets);
        return whole.with(query).with(new Selection(chosen, selection.excluded(), selection.decided()));
    }

    /**
     * The single chosen treatment, if a table by treatment lists its items; otherwise empty. Also empty if the query has plain words,
     * because an added treatment would change how far they are widened.
     */
    public static Optional<String> itemGroup(Search whole, List<Dimension> by, Match shown) {
        boolean hasPlainWords =
                whole.plain() && QueryTraits.conjuncts(whole.query()).stream().anyMatch(Query.Word.class::isInstance);
        if (hasPlainWords) {
            return Optional.empty();
        }
        var rows =
                by.contains(Dimension.TREATMENT) ? selectedValues(whole, Dimension.TREATMENT, shown) : Set.<String>of();
        return rows.size() == 1
                ? rows.stream().filter(FacetPaths::hasTreatmentItems).findFirst()
                : Optional.empty();
    }

    private static Query treatment(String value) {
        return new Query.Has(new FacetValue(Facet.TREATMENT, value));
    }

    /**
     * The values of a dimension, chosen or typed as a choice, to which a table is limited together with their descendants; empty for no
     * limit.
     *
     * @param whole result of {@link #baseSearch}
     * @param shown {@link Match#MOST} if the base search was widened
     */
    public static Set<String> selectedValues(Search whole, Dimension dimension, Match shown) {
        if (dimension.facet().isEmpty()) {
            return Set.of();
        }
        var facet = dimension.facet().get();
        var chosen = whole.selection().chosenIn(facet);
        var typed = QueryTraits.choices(whole.query(), whole.selection()).get(facet);
        return chosen.isEmpty() && typed != null && shown == Match.ALL
                ? Set.of(typed.value().value())
                : chosen;
    }

    /**
     * Whether a table has cells for a value.
     *
     * @param rows result of {@link #selectedValues}
     * @param group result of {@link #itemGroup}; its items are counted among its issues, even if they also occur elsewhere in the tree
     */
    public static boolean includesValue(
            FacetPaths paths, Dimension dimension, String value, Set<String> rows, Optional<String> group) {
        return rows.isEmpty()
                || (dimension == Dimension.TREATMENT && group.isPresent() && FacetPaths.isTreatmentItem(value))
                || dimension.facet().stream()
                        .anyMatch(f -> rows.stream().anyMatch(row -> paths.isAtOrBelow(f, value, row)));
    }

    /**
     * The search a cell links to.
     *
     * @param among result of {@link #tableSearch}
     * @param values values of the cell, one per dimension
     */
    public static Search cellSearch(Search among, List<Dimension> by, List<String> values) {
        if (Set.copyOf(by).size() < by.size()) {
            return cellOfOneDimension(among, by.getFirst(), values);
        }
        int treatment = by.indexOf(Dimension.TREATMENT);
        var query = treatment < 0
                ? among.query()
                : QueryNormalizer.without(among.query(), treatment(values.get(treatment)));
        return among.with(query).with(cellSelection(among.selection(), by, values));
    }

    /** For two values of the same dimension: the second becomes the facet choice, the first an additional query condition. */
    private static Search cellOfOneDimension(Search among, Dimension dimension, List<String> values) {
        var both = cellSearch(among, List.of(dimension), List.of(values.getLast()));
        var first = dimension.facet().map(facet -> new Query.Has(new FacetValue(facet, values.getFirst())));
        return values.getFirst().equals(values.getLast()) || first.isEmpty()
                ? both
                : both.with(QueryNormalizer.and(List.of(first.get(), both.query())));
    }

    private static Selection cellSelection(Selection among, List<Dimension> by, List<String> values) {
        var selection = among;
        for (int i = 0; i < by.size(); i++) {
            selection = withValue(selection, by.get(i), values.get(i));
        }
        return selection;
    }

    private static Selection withValue(Selection selection, Dimension dimension, String value) {
        if (dimension.facet().isPresent()) {
            return withOnly(selection, new FacetValue(dimension.facet().get(), value));
        }
        if (value.equals(Facet.NOT_STATED)) {
            return withOnly(selection, new FacetValue(Facet.YEAR, value));
        }
        var month = YearMonth.parse(value);
        var range = selection.decided();
        var first = range.from().filter(f -> f.isAfter(month.atDay(1))).orElse(month.atDay(1));
        var last = range.to().filter(t -> t.isBefore(month.atEndOfMonth())).orElse(month.atEndOfMonth());
        return selection.withDecided(new DateRange(Optional.of(first), Optional.of(last)));
    }

    private static Selection withOnly(Selection selection, FacetValue value) {
        var others = without(selection.chosen(), Set.of(value.facet()));
        return new Selection(others, selection.excluded(), selection.decided()).with(value);
    }

    private static Set<Facet> facets(List<Dimension> by) {
        var facets = new ArrayList<Facet>();
        by.forEach(d -> d.facet().ifPresent(facets::add));
        return Set.copyOf(facets);
    }
}
