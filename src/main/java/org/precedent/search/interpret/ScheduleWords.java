package org.precedent.search.interpret;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that say how often, how long, how much or on which side a treatment is requested, from {@code schedule-words.txt}, and
 * numbers.
 */
final class ScheduleWords {
    /** {@code 12}, {@code #60}, {@code 2x6}, {@code x12}, {@code 10/325mg}. */
    private static final Pattern QUANTITY = Pattern.compile("#?x?[0-9][0-9x/.,-]*\\p{L}{0,4}");

    private final Set<String> words = new HashSet<>(SearchResource.lines("schedule-words.txt"));

    /**
     * Whether the word is part of a schedule or quantity.
     */
    boolean contains(String word) {
        var folded = word.toLowerCase(Locale.ROOT);
        return words.contains(folded) || QUANTITY.matcher(folded).matches();
    }
}
