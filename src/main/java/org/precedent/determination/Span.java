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
     * The characters of {@code text} this span covers.
     */
    public String slice(String text) {
        return text.substring(start, end);
    }

    /**
     * Length in characters.
     */
    public int length() {
        return end - start;
    }
}
