package org.precedent.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precedent.determination.Finding;
import org.precedent.search.facet.DateRange;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.Total;

/**
 * Totals of the whole index, for the home page and the operations endpoints.
 *
 * @param total issues and determinations
 * @param decided first and last decision date
 * @param facets counts over the whole index, with a key for every facet
 * @param lastChanged when a determination was last added or changed; empty for an empty index
 * @param fictional number of determinations that are fictional samples
 * @param latest the most recently added determinations, newest first, at most ten
 * @param findings number of determinations with a finding of each kind; kinds without any are absent
 */
public record Overview(
        Total total,
        DateRange decided,
        Map<Facet, List<FacetCount>> facets,
        Optional<Instant> lastChanged,
        long fictional,
        List<Latest> latest,
        Map<Finding.Kind, Long> findings) {
    public Overview {
        facets = Map.copyOf(facets);
        latest = List.copyOf(latest);
        findings = Map.copyOf(findings);
    }

    /**
     * A recently added determination.
     *
     * @param id the determination's id
     * @param request the disputed item of its first issue
     * @param decided decision date
     * @param firstSeen when it was first ingested
     */
    public record Latest(String id, String request, Optional<LocalDate> decided, Instant firstSeen) {}
}
