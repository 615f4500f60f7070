package org.precedent.parse.text;

/**
 * A half-open range of offsets in the folded text.
 */
public record Range(int start, int end) {
    public int length() {
        return Math.max(0, end - start);
    }

    public boolean isEmpty() {
        return start >= end;
    }
}
