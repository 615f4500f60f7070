package org.precedent.search;

/**
 * Whether constraints about a disputed item must hold for one issue, or may be met by different issues of a letter.
 */
public enum Scope {
    ISSUE,
    LETTER
}
