package org.precedent.parse.text;

import org.precedent.vocabulary.CountedText;

/**
 * Bounded text before or after a position, so that a pattern applied at every position of a text takes linear time in total.
 */
public final class Nearby {
    /** Characters; longer than any phrase that introduces or follows a name. */
    private static final int WIDTH = 160;
    /** Represents text that was left out; matches neither a blank nor punctuation. */
    private static final char MORE = '\uffff';

    private Nearby() {}

    /**
     * The characters before a place. Where text was left out at the start, a character that no pattern mentions represents it, so
     * that {@code ^} matches only at the true beginning.
     */
    public static CountedText before(CountedText text, int at) {
        var before =
                at <= WIDTH ? text.text().substring(0, at) : MORE + text.text().substring(at - WIDTH, at);
        return new CountedText(before, text.counter());
    }

    /**
     * The characters from a place on; where text was left out at the end, a character that no pattern mentions represents it.
     */
    public static CountedText after(CountedText text, int at) {
        var after = text.length() - at <= WIDTH
                ? text.text().substring(at)
                : text.text().substring(at, at + WIDTH) + MORE;
        return new CountedText(after, text.counter());
    }
}
