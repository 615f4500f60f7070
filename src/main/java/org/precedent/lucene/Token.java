package org.precedent.lucene;

/**
 * One word of a text, as it is indexed, asked and marked.
 *
 * @param word the word
 * @param start first character in the text
 * @param end the character after it
 * @param sentence zero-based sentence of the text
 * @param paragraph zero-based paragraph of the text
 */
record Token(Lexeme word, int start, int end, int sentence, int paragraph) {
    /** The word folded, not stemmed. */
    String form() {
        return word.form();
    }

    String stem() {
        return word.stem();
    }
}
