package org.precedent.vocabulary;

import org.precedent.determination.Span;

/**
 * A term of a vocabulary found in a text.
 *
 * @param term the term named
 * @param span the words that name it
 * @param weak the words give way to any narrower term the same text names, as "spine" does to "cervical"
 */
public record Mention(Term term, Span span, boolean weak) {
    /**
     * A mention that counts on its own.
     */
    public Mention(Term term, Span span) {
        this(term, span, false);
    }
}
