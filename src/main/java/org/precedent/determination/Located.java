package org.precedent.determination;

import java.util.function.Function;

/**
 * A value read from a letter, with the span of text it was read from.
 *
 * @param value the value; text is folded: one blank between words, line-end hyphens joined, {@code "\n\n"} between paragraphs
 * @param span where it stands in {@link Origin#text()}
 */
public record Located<T>(T value, Span span) {
    /**
     * Another value read from the same words.
     */
    public <R> Located<R> map(Function<? super T, ? extends R> reading) {
        return new Located<>(reading.apply(value), span);
    }
}
