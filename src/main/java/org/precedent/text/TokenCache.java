package org.precedent.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.precedent.text.Token.Lexeme;

/**
 * Cache of the {@link Lexeme} of a printed word, looked up by a range of a text without copying it. Fixed in size: a word for which no
 * free place is found is analyzed each time. Thread-safe.
 */
final class TokenCache {
    /** Twice as many places as words that come again. */
    private static final int PLACES = 1 << 16;

    /** Places tried for a word. */
    private static final int TRIES = 4;

    // read and written without order: a word is seen whole or not at all, and what is not seen is worked out once more
    private final @Nullable Known[] table = new Known[PLACES];

    /** A word as printed, and what is known of it. */
    private record Known(String printed, Lexeme lexeme) {}

    /**
     * What is known of the word from start to end of a text.
     *
     * @param made works it out where it is met first
     */
    Lexeme get(String text, int start, int end, Function<String, Lexeme> made) {
        return get(text, start, end, hash(text, start, end), made);
    }

    /**
     * The same of a word whose hash is known.
     *
     * @param hash its letters', each added to 31 times those before
     */
    Lexeme get(String text, int start, int end, int hash, Function<String, Lexeme> made) {
        int first = hash ^ (hash >>> 15);
        for (int i = 0; i < TRIES; i++) {
            int place = (first + i) & (PLACES - 1);
            var known = table[place];
            if (known == null) {
                var word = text.substring(start, end);
                var lexeme = made.apply(word);
                table[place] = new Known(word, lexeme);
                return lexeme;
            }
            if (isSame(known.printed, text, start, end)) {
                return known.lexeme;
            }
        }
        return made.apply(text.substring(start, end));
    }

    private static boolean isSame(String word, String text, int start, int end) {
        return word.length() == end - start && text.startsWith(word, start);
    }

    private static int hash(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }
}
