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

    private static final int MAX_ABBREVIATION =
            ABBREVIATIONS.stream().mapToInt(String::length).max().orElseThrow();

    private SentenceBoundaries() {}

    /**
     * Whether the gap between two words ends a sentence.
     *
     * @param from end offset of the word before the gap
     * @param to start offset of the word after it
     * @param before the word before the gap
     */
    static boolean hasSentenceEnd(CharSequence text, int from, int to, Token before) {
        if (from >= to) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '!' || c == '?') {
                return beginsAfter(text, i, to);
            }
            if (c == '.') {
                return beginsAfter(text, i, to) && !(i == from && isAbbreviation(text, before));
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

    // a longer word, unless it has accents, is none and need not be analyzed
    private static boolean isAbbreviation(CharSequence text, Token token) {
        if (token.end() - token.start() > MAX_ABBREVIATION && isPlain(text, token)) {
            return false;
        }
        var word = token.form();
        return ABBREVIATIONS.contains(word) || (word.length() == 1 && Character.isLetter(word.charAt(0)));
    }

    private static boolean isPlain(CharSequence text, Token token) {
        int at = token.start();
        while (at < token.end() && Tokenizer.isPlain(text.charAt(at))) {
            at++;
        }
        return at == token.end();
    }

    private static boolean beginsAfter(CharSequence text, int stop, int next) {
        char first = text.charAt(next);
        if (Character.isUpperCase(first)) {
            return true;
        }
        return Character.isDigit(first) && stop + 1 < next && Character.isWhitespace(text.charAt(stop + 1));
    }
}
