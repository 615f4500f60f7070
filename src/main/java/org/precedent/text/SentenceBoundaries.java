package org.precedent.text;

import java.util.Set;

/**
 * Detects sentence boundaries. A period ends a sentence unless it belongs to an abbreviation, an initial, or a number; a missing space
 * after it ({@code "2012.Thus"}) does not prevent detection.
 */
final class SentenceBoundaries {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "dr", "mr", "mrs", "ms", "prof", "st", "jr", "sr", "vs", "v", "no", "nos", "p", "pp", "pg", "pgs", "fig",
            "figs", "ch", "chap", "sec", "ed", "eds", "al", "eg", "ie", "cf", "approx", "dept", "vol", "ref", "inc",
            "ltd", "corp", "reg", "code", "cal", "lab", "subd", "tab", "tabs", "cap", "caps", "mos", "yrs", "wks");

    private SentenceBoundaries() {}

    /**
     * Whether the gap between two words ends a sentence.
     *
     * @param from end offset of the word before the gap
     * @param to start offset of the word after it
     * @param before the folded word before the gap
     */
    static boolean hasSentenceEnd(CharSequence text, int from, int to, String before) {
        if (from >= to) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '!' || c == '?') {
                return beginsAfter(text, i, to);
            }
            if (c == '.') {
                return !(i == from && isAbbreviation(before)) && beginsAfter(text, i, to);
            }
        }
        return false;
    }

    /** Whether the gap contains an empty line. */
    static boolean hasParagraphBreak(CharSequence text, int from, int to) {
        boolean newline = false;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\n') {
                if (newline) {
                    return true;
                }
                newline = true;
            } else if (!Character.isWhitespace(text.charAt(i))) {
                newline = false;
            }
        }
        return false;
    }

    private static boolean isAbbreviation(String word) {
        return ABBREVIATIONS.contains(word) || (word.length() == 1 && Character.isLetter(word.charAt(0)));
    }

    private static boolean beginsAfter(CharSequence text, int stop, int next) {
        char first = text.charAt(next);
        if (Character.isUpperCase(first)) {
            return true;
        }
        return Character.isDigit(first) && stop + 1 < next && Character.isWhitespace(text.charAt(stop + 1));
    }
}
