package org.precedent.web.page;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.precedent.search.Overview;
import org.precedent.search.SearchEngine;
import org.precedent.web.http.Site;

/**
 * What the index holds, asked once for each of its generations.
 */
public final class Coverage {
    private record Known(String generation, Overview overview) {}

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
     * What every page says of it.
     */
    public Site site() {
        var overview = overview();
        var day = overview.lastChanged().map(i -> i.atZone(ZoneOffset.UTC).toLocalDate());
        return new Site(
                Optional.of(String.format(Locale.US, "%,d", overview.total().determinations())),
                day.map(Object::toString),
                day.map(Words::day).orElse(""),
                overview.fictional() > 0);
    }
}
