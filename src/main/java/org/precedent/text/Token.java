package org.precedent.text;

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
}
