package org.precedent.web.http;

import java.util.List;
import java.util.Optional;

/**
 * Facts about the whole site that every page shows, read for each page.
 *
 * @param letters number of determinations in the index, formatted; empty if the index is unavailable
 * @param updated the day the index last changed, ISO 8601; empty for an empty index
 * @param updatedLabel the same day for display: {@code Jul 8, 2014}
 * @param fictional whether the index contains fictional samples
 * @param known words worth suggesting in a search box
 */
public record Site(
        Optional<String> letters,
        Optional<String> updated,
        String updatedLabel,
        boolean fictional,
        List<String> known) {
    public Site {
        known = List.copyOf(known);
    }

    /**
     * Facts for when the index is unavailable or the visitor may not read it.
     */
    public static final Site UNKNOWN = new Site(Optional.empty(), Optional.empty(), "", false, List.of());
}
