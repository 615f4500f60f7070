package org.precedent.search;

/**
 * Unit of a result page: determinations or issues.
 */
public enum Grouping {
    /** A determination with its matching issues. */
    DETERMINATION,
    /** One matching issue. */
    ISSUE
}
