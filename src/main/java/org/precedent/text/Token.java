package org.precedent.text;

import org.apache.lucene.util.BytesRef;

/**
 * A token of a text with its position, sentence, and paragraph.
 *
 * @param word the word
 * @param start offset of its first character
 * @param end offset after its last character
 * @param sentence zero-based index of the sentence
 * @param paragraph zero-based index of the paragraph
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
     * A distinct word form with its stem and index term, independent of position.
     *
     * @param form the word folded, not stemmed
     * @param stem its stem
     * @param term its index term in text fields
     */
    record Lexeme(String form, String stem, BytesRef term) {
        static Lexeme of(String form, String stem) {
            return new Lexeme(form, stem, new BytesRef(IndexTerms.positional(stem, form)));
        }
    }
}
