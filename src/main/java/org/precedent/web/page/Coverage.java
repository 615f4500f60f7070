package org.precedent.web.page;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.precedent.search.Facet;
import org.precedent.search.FacetCount;
import org.precedent.search.Overview;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchRequest;
import org.precedent.web.http.Site;

/**
 * What the index holds, asked once for each of its generations.
 */
public final class Coverage {
    private record Known(String generation, Overview overview) {}

    private static final int KNOWN = 40;

    private final SearchEngine engine;
    private volatile @Nullable Known known;

    /**
     * The coverage of an engine.
     */
    public Coverage(SearchEngine engine) {
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
    PlainPages.About about() {
        var overview = overview();
        var everything = new Address(SearchRequest.EVERYTHING, false);
        var years = new FacetRail(everything, overview.facets())
                .offered(Facet.YEAR).stream()
                        .sorted(Comparator.comparing(FacetView.Row::label))
                        .toList();
        return new PlainPages.About(
                Words.count(overview.total().determinations(), "determination"),
                Words.count(overview.total().issues(), "disputed issue"),
                overview.decided().from().isPresent() ? Words.range(overview.decided()) : "",
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
                day.map(Words::day).orElse(""),
                overview.fictional() > 0,
                Stream.of(Facet.MODALITY, Facet.REGION, Facet.DECISION)
                        .flatMap(f -> overview.facets().getOrDefault(f, List.of()).stream())
                        .map(FacetCount::value)
                        .filter(v -> !v.equals(Facet.NOT_STATED))
                        .limit(KNOWN)
                        .toList());
    }
}
