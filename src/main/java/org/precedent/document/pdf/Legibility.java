package org.precedent.document.pdf;

import java.util.Locale;
import java.util.Set;

/**
 * Distinguishes readable text from nonsense: fonts without a map to Unicode yield characters that form no words in any language.
 */
final class Legibility {
    /** The commonest words of English, Spanish, French and German, of which every third or fourth word of any text is one. */
    private static final Set<String> COMMON = Set.of(
            ("the of and to in is for a was be not or this with that as on are by at an has from were which it had have but if no"
                            + " he she his her there been will would de la que el en y los las del un una por con se es para le"
                            + " les et des du une dans qui est au sur pas der die das und ist von zu den mit nicht ein eine")
                    .split(" "));

    private static final int LONGEST_COMMON = 5;

    /** Characters below which no verdict is possible. */
    private static final int LEAST = 200;

    /** The smallest share of common words; pages of real letters have a fifth, the longest of lists a tenth. */
    private static final double SHARE = 0.03;

    /** Characters to a word where the blanks between words are illegible too. */
    private static final int LONGEST = 8;

    private Legibility() {}

    /** Whether a page's text is certainly in no language. */
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
        return characters >= LEAST && common < SHARE * Math.max(words, characters / LONGEST);
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
                && to - from <= LONGEST_COMMON
                && COMMON.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }
}
