package org.precedent.web.view;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.precedent.determination.Decision;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;

/**
 * Share of issues that were overturned, wholly or in part, with its Wilson score interval (E. B. Wilson, Journal of the American
 * Statistical Association 22, 1927; NIST/SEMATECH e-Handbook of Statistical Methods, 7.2.4.1).
 *
 * @param overturned number of issues overturned, wholly or in part
 * @param total number of issues
 */
public record OverturnRate(long overturned, long total) {
    /** Minimum number of issues for showing a percentage. */
    public static final long MIN_ISSUES = 10;

    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959964;

    /**
     * The rate for issues counted by decision.
     */
    public static OverturnRate ofDecisions(Map<Decision, Long> decisions) {
        long all = decisions.values().stream().mapToLong(n -> n).sum();
        return new OverturnRate(all - decisions.getOrDefault(Decision.UPHELD, 0L), all);
    }

    public static OverturnRate ofFacets(Map<Facet, List<FacetCount>> facets) {
        long all = Stream.of(Decision.values())
                .mapToLong(d -> issueCount(facets, d))
                .sum();
        return new OverturnRate(all - issueCount(facets, Decision.UPHELD), all);
    }

    /**
     * Whether there are enough issues to show a percentage.
     */
    public boolean hasEnoughIssues() {
        return total >= MIN_ISSUES;
    }

    /**
     * The rate in percent.
     */
    public double percent() {
        return total == 0 ? 0 : 100.0 * overturned / total;
    }

    /**
     * Lower bound of the 95% Wilson interval, in percent.
     */
    public double low() {
        return 100 * Math.max(0, center() - margin());
    }

    /**
     * Upper bound of the 95% Wilson interval, in percent.
     */
    public double high() {
        return 100 * Math.min(1, center() + margin());
    }

    private double center() {
        double p = (double) overturned / total;
        return (p + Z * Z / (2 * total)) / (1 + Z * Z / total);
    }

    private double margin() {
        double p = (double) overturned / total;
        return Z * Math.sqrt(p * (1 - p) / total + Z * Z / (4.0 * total * total)) / (1 + Z * Z / total);
    }

    /**
     * The number of issues with a decision, from the facet counts.
     */
    public static long issueCount(Map<Facet, List<FacetCount>> facets, Decision decision) {
        return facets.getOrDefault(Facet.DECISION, List.of()).stream()
                .filter(c -> c.value().equals(decision.label()))
                .mapToLong(c -> c.total().issues())
                .sum();
    }
}
