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
 * Caches the totals of the index per generation.
 */
public final class OverviewCache {
    private record Known(String generation, Overview overview) {}

    private static final int KNOWN = 40;

    private final SearchEngine engine;
    private volatile @Nullable Known known;

    /**
     * The coverage of an engine.
     */
    public OverviewCache(SearchEngine engine) {
        this.engine = engine;
    }

    /**
     * The overview of the present generation.
     */
    public Overview overview() {
        var generation = engine.generation();
        var last = known;
        if (last != null && last.generation().equals(generation)) {
            return last.overview();
        }
        var overview = engine.overview();
        known = new Known(generation, overview);
        return overview;
    }

    /**
     * The present generation.
     */
    public String generation() {
        return engine.generation();
    }

    /**
     * What the page about the site says of it.
     */
    public About about() {
        var overview = overview();
        var everything = new PageAddress(SearchRequest.EVERYTHING, false);
        var years = new FacetRail(everything, overview.facets())
                .offered(Facet.YEAR).stream()
                        .sorted(Comparator.comparing(FacetView.Row::label))
                        .toList();
        return new About(
                PageText.count(overview.total().determinations(), "determination"),
                PageText.count(overview.total().issues(), "disputed issue"),
                overview.decided().from().isPresent() ? PageText.range(overview.decided()) : "",
                years);
    }

    /**
     * What every page says of it.
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
     * What {@code pages/about} shows.
     *
     * @param letters how many, printed with the noun
     * @param issues how many, printed with the noun
     * @param decided from when to when; empty where no letter says
     * @param years issues by year
     */
    public record About(String letters, String issues, String decided, List<FacetView.Row> years) {}
}
