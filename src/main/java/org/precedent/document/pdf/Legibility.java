package org.precedent.document.pdf;

import java.util.Locale;
import java.util.Set;

/**
 * Distinguishes readable text from gibberish: fonts without a Unicode mapping yield characters that form no words in any language.
 */
final class Legibility {
    /** The most common words of English, Spanish, French and German; they make up a quarter to a third of the words in any text. */
    private static final Set<String> COMMON = Set.of(
            ("the of and to in is for a was be not or this with that as on are by at an has from were which it had have but if no"
                            + " he she his her there been will would de la que el en y los las del un una por con se es para le"
                            + " les et des du une dans qui est au sur pas der die das und ist von zu den mit nicht ein eine")
                    .split(" "));

    private static final int MAX_COMMON_LENGTH = 5;

    /** Minimum number of characters needed for a decision. */
    private static final int MIN_CHARACTERS = 200;

    /** Minimum share of common words. Pages of real determinations have 20%, long lists at least 10%. */
    private static final double MIN_COMMON_SHARE = 0.03;

    /** Assumed characters per word if the spaces between words are illegible too. */
    private static final int CHARACTERS_PER_WORD = 8;

    private Legibility() {}

    /** Whether the text of a page is certainly not in any of these languages. */
    static boolean isIllegible(String text) {
        int characters = 0;
        int words = 0;
        int common = 0;
        for (int from = 0; from < text.length(); ) {
            int to = from;
            while (to < text.length() && text.charAt(to) > ' ') {
                to++;
            }
            characters += to - from;
            words += to > from ? 1 : 0;
            common += isCommon(text, from, to) ? 1 : 0;
            from = to + 1;
        }
        return characters >= MIN_CHARACTERS
                && common < MIN_COMMON_SHARE * Math.max(words, characters / CHARACTERS_PER_WORD);
    }

    private static boolean isCommon(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && !Character.isLetter(text.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetter(text.charAt(to - 1))) {
            to--;
        }
        return to - from > 0
                && to - from <= MAX_COMMON_LENGTH
                && COMMON.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }
}
