package org.precedent.vocabulary;

import org.precedent.determination.Span;

/**
 * Words of a text that name a term.
 *
 * @param term the term they name
 * @param span where they stand in the text that was searched
 */
public record Mention(Term term, Span span) {}
