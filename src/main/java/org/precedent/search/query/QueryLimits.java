package org.precedent.search.query;

/**
 * Limits of the query language. A query beyond them is rejected with an error and never run.
 */
public final class QueryLimits {
    /** Characters of a query. */
    public static final int LENGTH = 4_000;

    /** Words, phrases, word starts, field values and case numbers of a query together. */
    public static final int CLAUSES = 250;

    /** Brackets and negations within each other. */
    public static final int DEPTH = 20;

    /** The largest n of {@code w/n} and {@code pre/n}. */
    public static final int DISTANCE = 255;

    /** Letters a word start needs at least. */
    public static final int STEM = 3;

    private QueryLimits() {}
}
