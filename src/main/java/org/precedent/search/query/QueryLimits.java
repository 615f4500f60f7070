package org.precedent.search.query;

/**
 * Limits of the query language. A query beyond them is rejected with an error and never run.
 */
public final class QueryLimits {
    /** Maximum number of characters in a query. */
    public static final int LENGTH = 4_000;

    /** Maximum total number of words, phrases, prefixes, field values and case numbers in a query. */
    public static final int CLAUSES = 250;

    /** Maximum nesting depth of parentheses and negations. */
    public static final int DEPTH = 20;

    /** Maximum n of {@code w/n} and {@code pre/n}. */
    public static final int DISTANCE = 255;

    /** Minimum number of letters in a prefix. */
    public static final int STEM = 3;

    private QueryLimits() {}
}
