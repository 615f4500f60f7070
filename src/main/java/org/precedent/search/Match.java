package org.precedent.search;

/**
 * How many of the plain words of a query an issue must contain.
 */
public enum Match {
    /** Every word. */
    ALL,
    /** Most of the words; issues with all of them come first. */
    MOST
}
