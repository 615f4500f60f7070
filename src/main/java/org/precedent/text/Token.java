package org.precedent.text;

import org.apache.lucene.util.BytesRef;

/**
 * A token of a text with its position, sentence, and paragraph.
 */
public final class Token {
    // replaced by a lexeme when first needed; threads that do so at the same time find the same lexeme
    private Word word;
    private final int start;
    private final int end;
    private final int sentence;
    private final int paragraph;

    /**
     * Creates a token.
     *
     * @param word the word
     * @param start offset of its first character
     * @param end offset after its last character
     * @param sentence zero-based index of the sentence
     * @param paragraph zero-based index of the paragraph
     */
    Token(Word word, int start, int end, int sentence, int paragraph) {
        this.word = word;
        this.start = start;
        this.end = end;
        this.sentence = sentence;
        this.paragraph = paragraph;
    }

    /** The word of a token: analyzed, or still to be read from its text. */
    sealed interface Word {}

    /**
     * A distinct word form with its stem and index term, independent of position.
     *
     * @param form the word folded, not stemmed
     * @param stem its stem
     * @param term its index term in text fields
     */
    record Lexeme(String form, String stem, BytesRef term) implements Word {
        static Lexeme of(String form, String stem) {
            return new Lexeme(form, stem, new BytesRef(IndexTerms.positional(stem, form)));
        }
    }

    /**
     * A text whose words are analyzed only when needed: to highlight a text, most of its words only have to be told from the query's, for
     * which their first character usually suffices.
     *
     * @param text the text
     * @param words analyzes its words
     */
    record Unread(String text, Tokenizer words) implements Word {}

    Lexeme word() {
        if (word instanceof Lexeme lexeme) {
            return lexeme;
        }
        var unread = (Unread) word;
        var lexeme = unread.words.lexeme(unread.text, start, end);
        word = lexeme;
        return lexeme;
    }

    /**
     * Whether the form of the word may start with a character: a quick check that need not analyze the word.
     *
     * @param first folded
     */
    public boolean mayStartWith(char first) {
        if (!(word instanceof Unread unread)) {
            return true;
        }
        char printed = unread.text.charAt(start);
        return !Tokenizer.isPlain(printed) || Character.toLowerCase(printed) == first;
    }

    /** The word folded, not stemmed. */
    public String form() {
        return word().form();
    }

    public String stem() {
        return word().stem();
    }

    /** Offset of its first character. */
    public int start() {
        return start;
    }

    /** Offset after its last character. */
    public int end() {
        return end;
    }

    /** Zero-based index of the sentence. */
    public int sentence() {
        return sentence;
    }

    /** Zero-based index of the paragraph. */
    public int paragraph() {
        return paragraph;
    }

    @Override
    public String toString() {
        return form() + "[" + start + "-" + end + "]";
    }
}
