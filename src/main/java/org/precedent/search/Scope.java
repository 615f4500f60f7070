package org.precedent.search;

/**
 * Whether all constraints must hold for one issue, or may be satisfied by different issues of a determination.
 */
public enum Scope {
    ISSUE,
    LETTER
}
