package org.precedent.vocabulary;

/**
 * A surface form of a term, and how a match of it counts.
 *
 * @param term the term
 * @param words the words
 * @param force how a match counts
 */
public record Surface(Term term, String words, Force force) {
    /**
     * How a match of the words counts.
     */
    public enum Force {
        /** They name the term. */
        NAMES,
        /** They name the term unless the text names a narrower one; marked {@code ?} at their end. */
        WEAKLY,
        /** They name all terms that claim them so; marked {@code +} at their end. */
        TOGETHER,
        /** They name nothing, though words in them would; marked {@code !} at their start. */
        HIDES
    }

    /**
     * Parses a synonym of a vocabulary file with its mark.
     */
    static Surface of(Term term, String marked) {
        if (marked.startsWith("!")) {
            return new Surface(term, marked.substring(1), Force.HIDES);
        }
        var unmarked = marked.substring(0, marked.length() - 1);
        return switch (marked.charAt(marked.length() - 1)) {
            case '?' -> new Surface(term, unmarked, Force.WEAKLY);
            case '+' -> new Surface(term, unmarked, Force.TOGETHER);
            default -> new Surface(term, marked, Force.NAMES);
        };
    }
}
