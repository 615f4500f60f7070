package org.precedent.parse.text;

/**
 * The text next to a place, bounded so that a pattern applied at every place of a text takes linear time in all.
 */
public final class Nearby {
    /** Characters; longer than any phrase that introduces or follows a name. */
    private static final int WIDTH = 160;
    /** Stands for text that was left out; matches neither a blank nor punctuation. */
    private static final char MORE = '\uffff';

    private Nearby() {}

    /**
     * The characters before a place. Where text was left out at the start, a character that no pattern mentions stands for it, so
     * that {@code ^} matches only at the true beginning.
     */
    public static String before(String text, int at) {
        return at <= WIDTH ? text.substring(0, at) : MORE + text.substring(at - WIDTH, at);
    }

    /**
     * The characters from a place on; where text was left out at the end, a character that no pattern mentions stands for it.
     */
    public static String after(String text, int at) {
        return text.length() - at <= WIDTH ? text.substring(at) : text.substring(at, at + WIDTH) + MORE;
    }
}
