package org.precedent.vocabulary;

/**
 * A surface form of a term, and how a match of it counts.
 *
 * @param term the term
 * @param words the words
 * @param role how a match counts
 */
public record Surface(Term term, String words, Role role) {
    /**
     * How a match of the words counts.
     */
    public enum Role {
        /** The words name the term. */
        NAMES,
        /** The words name the term unless the text names a narrower one; marked {@code ?} at their end. */
        WEAK,
        /** The words name every term that lists them with this mark, {@code +} at their end. */
        SHARED,
        /** The words name nothing, although some of them would; marked {@code !} at their start. */
        IGNORED
    }

    /**
     * Parses a synonym of a vocabulary file with its mark.
     */
    static Surface of(Term term, String marked) {
        if (marked.startsWith("!")) {
            return new Surface(term, marked.substring(1), Role.IGNORED);
        }
        var unmarked = marked.substring(0, marked.length() - 1);
        return switch (marked.charAt(marked.length() - 1)) {
            case '?' -> new Surface(term, unmarked, Role.WEAK);
            case '+' -> new Surface(term, unmarked, Role.SHARED);
            default -> new Surface(term, marked, Role.NAMES);
        };
    }
}
