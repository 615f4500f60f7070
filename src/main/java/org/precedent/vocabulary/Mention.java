package org.precedent.vocabulary;

import org.precedent.determination.Span;

/**
 * Words of a text that name a term.
 *
 * @param term the term they name
 * @param span where they stand in the text that was searched
 * @param weak the words give way to any narrower term the same text names, as "spine" does to "cervical"
 */
public record Mention(Term term, Span span, boolean weak) {
    /**
     * A mention that stands by itself.
     */
    public Mention(Term term, Span span) {
        this(term, span, false);
    }
}
