package org.precedent.parse.privacy;

/**
 * Text prepared for fast tests of whether it contains one of many words. Records which pairs of adjacent characters occur, which rules out
 * most words without a search.
 */
final class SearchedText {
    private static final int FIRST_BITS = 6;
    private static final int SECOND_BITS = 7;

    private final String text;
    /** Whether a pair occurs, by its hash. Not a bit set, because storing a value is faster than adding a bit to one. */
    private final boolean[] pairs = new boolean[1 << (FIRST_BITS + SECOND_BITS)];

    SearchedText(String text) {
        this.text = text;
        for (int i = 1; i < text.length(); i++) {
            pairs[pair(text, i)] = true;
        }
    }

    /**
     * Returns the text itself.
     */
    String text() {
        return text;
    }

    /**
     * Whether a word occurs in the text.
     */
    boolean contains(String word) {
        for (int i = 1; i < word.length(); i++) {
            if (!pairs[pair(word, i)]) {
                return false;
            }
        }
        return text.contains(word);
    }

    /** Returns a hash of the characters before and at a position; different pairs may share a hash. */
    private static int pair(String text, int at) {
        int first = text.charAt(at - 1) & ((1 << FIRST_BITS) - 1);
        return (first << SECOND_BITS) | (text.charAt(at) & ((1 << SECOND_BITS) - 1));
    }
}
