package org.precedent.determination;

/**
 * A half-open range of characters in a determination's text.
 *
 * @param start first character, zero-based
 * @param end one past the last character; equal to {@code start} for an empty span
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end + ": expected 0 <= start <= end");
        }
    }

    /**
     * Returns the characters of {@code text} that this span covers.
     */
    public String slice(String text) {
        return text.substring(start, end);
    }

    /**
     * Returns the length in characters.
     */
    public int length() {
        return end - start;
    }
}
