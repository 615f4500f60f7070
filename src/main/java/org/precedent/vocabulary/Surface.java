package org.precedent.vocabulary;

/**
 * A way a term is written, with its force.
 *
 * @param term the term
 * @param words the words
 * @param force what meeting them means
 */
public record Surface(Term term, String words, Force force) {
    /**
     * What meeting the words means.
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
     * Reads a synonym with its mark, as it stands in a vocabulary file.
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
