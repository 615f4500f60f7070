package org.precedent.parse;

/**
 * A stretch of the folded text, half-open.
 */
record Range(int start, int end) {
    boolean isEmpty() {
        return start >= end;
    }
}
