package org.precedent.parse.text;

/**
 * A stretch of the folded text, half-open.
 */
public record Range(int start, int end) {
    public int length() {
        return Math.max(0, end - start);
    }

    public boolean isEmpty() {
        return start >= end;
    }
}
