package org.precedent.determination;

import java.util.function.Function;

/**
 * A value read from a determination, with the span of text it was read from.
 *
 * @param value the value; text is folded: one space between words, line-end hyphens joined, {@code "\n\n"} between paragraphs
 * @param span its position in {@link Origin#text()}
 */
public record Located<T>(T value, Span span) {
    /**
     * Returns another value derived from the same text, with the same span.
     */
    public <R> Located<R> map(Function<? super T, ? extends R> reading) {
        return new Located<>(reading.apply(value), span);
    }
}
