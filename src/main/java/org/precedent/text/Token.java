package org.precedent.text;

import org.apache.lucene.util.BytesRef;

/**
 * A token of a text with its position, sentence and paragraph.
 *
 * @param word the word
 * @param start first character in the text
 * @param end the character after it
 * @param sentence zero-based sentence of the text
 * @param paragraph zero-based paragraph of the text
 */
public record Token(Lexeme word, int start, int end, int sentence, int paragraph) {
    /** The word folded, not stemmed. */
    public String form() {
        return word.form();
    }

    public String stem() {
        return word.stem();
    }

    /**
     * A distinct word form with its folded form, stem and index term, independent of position.
     *
     * @param form the word folded, not stemmed
     * @param stem its stem
     * @param term its term among the words of a text
     */
    record Lexeme(String form, String stem, BytesRef term) {
        static Lexeme of(String form, String stem) {
            return new Lexeme(form, stem, new BytesRef(IndexTerms.positional(stem, form)));
        }
    }
}
