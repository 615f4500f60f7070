package org.precedent.search;

/**
 * What one entry of a result page is.
 */
public enum Grouping {
    /** A determination with its matching issues. */
    DETERMINATION,
    /** One matching issue. */
    ISSUE
}
