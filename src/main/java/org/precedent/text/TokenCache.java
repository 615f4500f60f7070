package org.precedent.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.precedent.text.Token.Lexeme;

/**
 * Cache of the {@link Lexeme} of each printed word, looked up by a range of a text without copying it. Fixed in size: a word without a free
 * slot is analyzed each time. Thread-safe.
 */
final class TokenCache {
    /** Number of slots, twice the number of frequent words. */
    private static final int PLACES = 1 << 16;

    /** Slots probed for a word. */
    private static final int MAX_PROBES = 4;

    // accessed without synchronization: entries are immutable, and one that another thread does not see yet is just
    // recomputed
    private final @Nullable Entry[] table = new Entry[PLACES];

    /** A word as printed, with its lexeme. */
    private record Entry(String printed, Lexeme lexeme) {}

    /**
     * Returns the lexeme of the word in a range of a text.
     *
     * @param created computes it on a cache miss
     */
    Lexeme get(String text, int start, int end, Function<String, Lexeme> created) {
        return get(text, start, end, hash(text, start, end), created);
    }

    /**
     * Returns the lexeme of a word whose hash is known.
     *
     * @param hash as computed by {@link String#hashCode}
     */
    Lexeme get(String text, int start, int end, int hash, Function<String, Lexeme> created) {
        int first = hash ^ (hash >>> 15);
        for (int i = 0; i < MAX_PROBES; i++) {
            int place = (first + i) & (PLACES - 1);
            var known = table[place];
            if (known == null) {
                var word = text.substring(start, end);
                var lexeme = created.apply(word);
                table[place] = new Entry(word, lexeme);
                return lexeme;
            }
            if (isSame(known.printed, text, start, end)) {
                return known.lexeme;
            }
        }
        return created.apply(text.substring(start, end));
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
