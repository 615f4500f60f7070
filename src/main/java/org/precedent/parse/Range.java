package org.precedent.parse;

/**
 * A stretch of the folded text, half-open.
 */
record Range(int start, int end) {
    int length() {
        return Math.max(0, end - start);
    }

    boolean isEmpty() {
        return start >= end;
    }
}
