package org.precedent.vocabulary;

import org.precedent.determination.Span;

/**
 * A term of a vocabulary found in a text.
 *
 * @param term the term named
 * @param span the words that name it
 * @param weak whether a narrower term named in the same text takes precedence, as "cervical" does over "spine"
 */
public record Mention(Term term, Span span, boolean weak) {
    /**
     * A mention that is not weak.
     */
    public Mention(Term term, Span span) {
        this(term, span, false);
    }
}
