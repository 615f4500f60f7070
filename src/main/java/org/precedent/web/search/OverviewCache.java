package org.precedent.web.search;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.precedent.search.Overview;
import org.precedent.search.SearchEngine;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.http.Site;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageText;

/**
 * Caches the totals of the index until its generation changes.
 */
public final class OverviewCache {
    private record CachedOverview(String generation, Overview overview) {}

    private static final int KNOWN = 40;

    private final SearchEngine engine;
    private volatile @Nullable CachedOverview known;

    /**
     * Creates a cache for the index of an engine.
     */
    public OverviewCache(SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * Totals of the current generation.
     */
    public Overview overview() {
        var generation = engine.generation();
        var last = known;
        if (last != null && last.generation().equals(generation)) {
            return last.overview();
        }
        var overview = engine.overview();
        known = new CachedOverview(generation, overview);
        return overview;
    }

    /**
     * Identifier of the current generation of the index.
     */
    public String generation() {
        return engine.generation();
    }

    /**
     * Model of the about page.
     */
    public About about() {
        var overview = overview();
        var everything = new PageAddress(SearchRequest.EVERYTHING, false);
        var years = new FacetRail(everything, overview.facets())
                .offeredRows(Facet.YEAR).stream()
                        .sorted(Comparator.comparing(FacetView.Row::label))
                        .toList();
        return new About(
                PageText.count(overview.total().determinations(), "determination"),
                PageText.count(overview.total().issues(), "disputed issue"),
                overview.decided().from().isPresent() ? PageText.range(overview.decided()) : "",
                years);
    }

    /**
     * Facts about the index that every page shows.
     */
    public Site site() {
        var overview = overview();
        var day = overview.lastChanged().map(i -> i.atZone(ZoneOffset.UTC).toLocalDate());
        return new Site(
                Optional.of(String.format(Locale.US, "%,d", overview.total().determinations())),
                day.map(Object::toString),
                day.map(PageText::day).orElse(""),
                overview.fictional() > 0,
                Stream.of(Facet.MODALITY, Facet.REGION, Facet.DECISION)
                        .flatMap(f -> overview.facets().getOrDefault(f, List.of()).stream())
                        .map(FacetCount::value)
                        .filter(v -> !v.equals(Facet.NOT_STATED))
                        .limit(KNOWN)
                        .toList());
    }

    /**
     * Model of the template {@code pages/about}.
     *
     * @param letters number of determinations, formatted with the noun
     * @param issues number of issues, formatted with the noun
     * @param decided range of decision dates; empty string if no determination has one
     * @param years issues by year
     */
    public record About(String letters, String issues, String decided, List<FacetView.Row> years) {}
}
