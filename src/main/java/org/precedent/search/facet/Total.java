package org.precedent.search.facet;

/**
 * Exact size of a result.
 *
 * @param issues matching issues
 * @param determinations letters with at least one matching issue
 */
public record Total(long issues, long determinations) {
    /** Nothing. */
    public static final Total ZERO = new Total(0, 0);
}
