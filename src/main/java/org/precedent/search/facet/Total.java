package org.precedent.search.facet;

/**
 * Exact number of issues and determinations in a result.
 *
 * @param issues matching issues
 * @param determinations determinations with at least one matching issue
 */
public record Total(long issues, long determinations) {
    /** No issues and no determinations. */
    public static final Total ZERO = new Total(0, 0);
}
