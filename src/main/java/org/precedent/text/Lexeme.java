package org.precedent.text;

import org.apache.lucene.util.BytesRef;

/**
 * A distinct word form with its folded form, stem and index term, independent of position.
 *
 * @param form the word folded, not stemmed
 * @param stem its stem
 * @param term its term among the words of a text
 */
public record Lexeme(String form, String stem, BytesRef term) {
    static Lexeme of(String form, String stem) {
        return new Lexeme(form, stem, new BytesRef(IndexTerms.positional(stem, form)));
    }
}
