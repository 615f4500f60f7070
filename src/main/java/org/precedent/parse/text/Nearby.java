package org.precedent.parse.text;

import org.precedent.vocabulary.CountedText;

/**
 * Returns bounded text before or after a position, so that applying a pattern at every position of a text takes linear time in total.
 */
public final class Nearby {
    /** Maximum number of characters; longer than any phrase that introduces or follows a name. */
    private static final int WIDTH = 160;
    /** Represents omitted text; matches neither spaces nor punctuation. */
    private static final char MORE = '\uffff';

    private Nearby() {}

    /**
     * Returns the text before a position. If text was omitted at the start, it is represented by a character that no pattern contains, so
     * that {@code ^} matches only at the actual start of the text.
     */
    public static CountedText before(CountedText text, int at) {
        var before =
                at <= WIDTH ? text.text().substring(0, at) : MORE + text.text().substring(at - WIDTH, at);
        return new CountedText(before, text.counter());
    }

    /**
     * Returns the text from a position on; text omitted at the end is represented by a character that no pattern contains.
     */
    public static CountedText after(CountedText text, int at) {
        var after = text.length() - at <= WIDTH
                ? text.text().substring(at)
                : text.text().substring(at, at + WIDTH) + MORE;
        return new CountedText(after, text.counter());
    }
}
