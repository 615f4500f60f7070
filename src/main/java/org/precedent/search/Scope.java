package org.precedent.search;

/**
 * Whether one issue must satisfy all constraints, or different issues of a determination may.
 */
public enum Scope {
    ISSUE,
    LETTER
}
