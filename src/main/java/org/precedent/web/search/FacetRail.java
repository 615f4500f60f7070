package org.precedent.web.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.precedent.determination.Decision;
import org.precedent.determination.Outcome;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Total;
import org.precedent.search.request.FacetUrls;
import org.precedent.search.request.SearchUrl;
import org.precedent.web.search.FacetView.Row;
import org.precedent.web.search.FacetView.State;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;

/**
 * Builds the filter rail: for each facet its most frequent values with their ancestors, selected values pinned on top.
 */
public final class FacetRail {
    /** The number of values shown per facet; the rest are behind a link to the full list. */
    static final int MAX_VALUES = 6;

    private static final Set<Facet> COLLAPSED = Set.of(Facet.REASON, Facet.YEAR, Facet.OUTCOME, Facet.SIGNAL);

    private final PageAddress address;
    private final Map<Facet, List<FacetCount>> counts;

    public FacetRail(PageAddress address, Map<Facet, List<FacetCount>> counts) {
        this.address = address;
        this.counts = counts;
    }

    /**
     * All counted facets in display order. Points to check, which few issues have, are included only if one is selected or excluded.
     */
    List<FacetView> facets() {
        return Facet.counted(counts.keySet()).stream()
                .filter(f -> f != Facet.SIGNAL || !pinned(f).isEmpty())
                .map(this::facet)
                .toList();
    }

    /**
     * All values of a facet that are neither selected nor excluded, in tree order.
     */
    public List<Row> offeredRows(Facet facet) {
        var urls = urls(facet);
        return otherValues(facet).stream().map(c -> offered(facet, urls, c)).toList();
    }

    /**
     * The same values as {@link #offeredRows}, limited to those whose full label passes the filter, with guideline labels shortened.
     */
    List<Row> inTree(Facet facet, Predicate<String> passes) {
        var urls = urls(facet);
        return otherValues(facet).stream()
                .filter(c -> passes.test(PageText.facetValue(facet, c.value())))
                .map(c -> withoutFamily(facet, urls, c))
                .toList();
    }

    private FacetView facet(Facet facet) {
        var pinned = pinned(facet);
        var rest = otherValues(facet);
        var shown = mostFrequent(rest);
        var urls = urls(facet);
        var rows = rest.stream()
                .filter(c -> shown.contains(c.value()))
                .map(c -> withoutFamily(facet, urls, c).on(SearchUrl.PATH))
                .toList();
        Optional<PageLink> all = rows.size() < rest.size()
                ? Optional.of(
                        new PageLink("All " + rest.size() + " values", FacetValuesPage.path(facet, address.request())))
                : Optional.empty();
        var open = !pinned.isEmpty() || !COLLAPSED.contains(facet);
        return new FacetView(facet.parameter(), facet.label(), open, pinned.size(), pinned, rows, all);
    }

    // a guideline listed below its family is labeled without the family name
    private Row withoutFamily(Facet facet, FacetUrls urls, FacetCount count) {
        var row = offered(facet, urls, count);
        var parent =
                count.path().size() < 2 ? "" : count.path().get(count.path().size() - 2) + " ";
        return facet == Facet.GUIDELINE && row.label().startsWith(parent)
                ? row.withLabel(row.label().substring(parent.length()))
                : row;
    }

    /**
     * The selected and excluded values of a facet, selected ones first.
     */
    List<Row> pinned(Facet facet) {
        var selection = address.request().selection();
        var rows = new ArrayList<Row>();
        selection.chosenIn(facet).forEach(v -> {
            var without = address.urlOf(address.request().with(selection.without(new FacetValue(facet, v))));
            rows.add(row(facet, v, total(facet, v), 0, State.CHOSEN, without));
        });
        selection.excludedIn(facet).forEach(v -> {
            var without = address.urlOf(address.request().with(selection.withoutExclusion(new FacetValue(facet, v))));
            rows.add(row(facet, v, total(facet, v), 0, State.EXCLUDED, without));
        });
        return rows;
    }

    private FacetUrls urls(Facet facet) {
        return FacetUrls.of(address.request(), facet);
    }

    private Row offered(Facet facet, FacetUrls urls, FacetCount count) {
        var state = count.total().issues() == 0 ? State.EMPTY : State.OFFERED;
        return row(
                facet,
                count.value(),
                count.total(),
                count.path().size() - 1,
                state,
                address.toggleUrl(urls, count.value()));
    }

    private Row row(Facet facet, String value, Total total, int depth, State state, String href) {
        return new Row(
                PageText.facetValue(facet, value),
                Math.max(0, depth),
                PageText.number(total.issues()),
                PageText.count(total.determinations(), "determination"),
                state,
                href,
                new HiddenField("not." + facet.parameter(), value));
    }

    private List<FacetCount> otherValues(Facet facet) {
        var chosen = address.request().selection().chosenIn(facet);
        var excluded = address.request().selection().excludedIn(facet);
        var rest = new ArrayList<FacetCount>();
        var last = new ArrayList<FacetCount>();
        for (var count : allValues(facet)) {
            if (!chosen.contains(count.value()) && !excluded.contains(count.value())) {
                (isNotStated(count) ? last : rest).add(count);
            }
        }
        rest.addAll(last);
        return rest;
    }

    private Total total(Facet facet, String value) {
        return counts.getOrDefault(facet, List.of()).stream()
                .filter(c -> c.value().equals(value))
                .map(FacetCount::total)
                .findFirst()
                .orElse(Total.ZERO);
    }

    // facets with a small fixed set of values list all of them, including those without results
    private List<FacetCount> allValues(Facet facet) {
        var found = counts.getOrDefault(facet, List.of());
        List<String> closed = switch (facet) {
            case DECISION -> List.of(Decision.UPHELD.label(), Decision.OVERTURNED.label());
            case OUTCOME -> Stream.of(Outcome.values()).map(Outcome::label).toList();
            case MODALITY, REGION, GUIDELINE, SPECIALTY, TREATMENT, REASON, YEAR, SIGNAL, CITATION, ADMINISTRATOR ->
                List.of();
        };
        if (closed.isEmpty()) {
            return found;
        }
        var known = new LinkedHashMap<String, FacetCount>();
        found.forEach(c -> known.put(c.value(), c));
        closed.forEach(v -> known.putIfAbsent(v, new FacetCount(v, List.of(v), Total.ZERO)));
        return List.copyOf(known.values());
    }

    // the most frequent values with their ancestors; "not stated" is always included if it occurs
    private static Set<String> mostFrequent(List<FacetCount> rest) {
        var maximum = new ArrayList<FacetCount>(MAX_VALUES + 1);
        for (var count : rest) {
            int place = maximum.size();
            while (place > 0 && rank(maximum.get(place - 1)) > rank(count)) {
                place--;
            }
            maximum.add(place, count);
            if (maximum.size() > MAX_VALUES) {
                maximum.removeLast();
            }
        }
        var shown = new HashSet<String>();
        maximum.forEach(c -> shown.addAll(c.path()));
        return shown;
    }

    private static long rank(FacetCount count) {
        return isNotStated(count) ? Long.MIN_VALUE : -count.total().issues();
    }

    private static boolean isNotStated(FacetCount count) {
        return count.value().equals(Facet.NOT_STATED);
    }
}
