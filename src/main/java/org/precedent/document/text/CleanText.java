package org.precedent.document.text;

import java.text.Normalizer;

/**
 * Normalizes characters: removes control and bidirectional formatting characters, converts line ends to {@code '\n'}, special spaces to
 * plain spaces, typographic hyphens to {@code '-'}, variants of the colon to {@code ':'}, and ligatures and full-width letters to plain
 * letters. Spaces at line ends are kept, because they may separate paragraphs.
 */
public final class CleanText {
    /** Minimum number of letters and digits of a determination; the shortest real one has thousands. */
    private static final int MIN_LETTERS = 40;

    private static final char SOFT_HYPHEN = '\u00ad';

    /** The ligatures at the start of Unicode's alphabetic presentation forms, from U+FB00. */
    private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

    private static final char FIRST_LIGATURE = '\ufb00';

    /** Full-width forms are in ASCII order, starting with {@code '!'} at U+FF01. */
    private static final char FULL_WIDTH = '\uff01' - '!';

    private CleanText() {}

    /**
     * Whether a text has too few letters and digits to be a determination.
     */
    public static boolean isNearlyEmpty(String text) {
        return text.codePoints()
                        .filter(Character::isLetterOrDigit)
                        .limit(MIN_LETTERS)
                        .count()
                < MIN_LETTERS;
    }

    /**
     * Returns the normalized text.
     */
    public static String clean(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (!isPlain(raw.charAt(i))) {
                return Normalizer.normalize(cleaned(raw), Normalizer.Form.NFC);
            }
        }
        return raw;
    }

    /** Whether a character is printable ASCII, as nearly all are. */
    private static boolean isPlain(char c) {
        return (c >= ' ' && c <= '~') || c == '\n' || c == '\t' || c == '\f';
    }

    private static String cleaned(String raw) {
        var clean = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isPlain(c)) {
                clean.append(c);
            } else if (c == '\r') {
                clean.append(i + 1 < raw.length() && raw.charAt(i + 1) == '\n' ? "" : "\n");
            } else if (c == SOFT_HYPHEN) {
                i = joined(raw, i);
            } else {
                append(c, clean);
            }
        }
        return clean.toString();
    }

    /**
     * Returns the index of the last character removed with a soft hyphen: at a line end, the line break is removed too, which joins the
     * word with its rest on the next line.
     */
    private static int joined(String raw, int hyphen) {
        int end = hyphen + 1;
        while (end < raw.length() && isBlank(raw.charAt(end))) {
            end++;
        }
        if (end == raw.length() || "\r\n\u2028".indexOf(raw.charAt(end)) < 0) {
            return hyphen;
        }
        end += raw.startsWith("\r\n", end) ? 2 : 1;
        while (end < raw.length() && isBlank(raw.charAt(end))) {
            end++;
        }
        return end < raw.length() && Character.isLetterOrDigit(raw.charAt(end)) ? end - 1 : hyphen;
    }

    private static boolean isBlank(char c) {
        return c == '\t'
                || Character.getType(c) == Character.SPACE_SEPARATOR
                || Character.getType(c) == Character.FORMAT;
    }

    private static void append(char c, StringBuilder clean) {
        if (c >= FIRST_LIGATURE && c < FIRST_LIGATURE + LIGATURES.length) {
            clean.append(LIGATURES[c - FIRST_LIGATURE]);
        } else if (isHyphen(c)) {
            clean.append('-');
        } else if (isColon(c)) {
            clean.append(':');
        } else if (c > FULL_WIDTH && c <= FULL_WIDTH + '~') {
            clean.append((char) (c - FULL_WIDTH));
        } else if (c == '\u000b' || c == '\u0085') {
            clean.append('\n');
        } else {
            switch (Character.getType(c)) {
                case Character.SPACE_SEPARATOR -> clean.append(' ');
                case Character.CONTROL, Character.FORMAT -> {}
                default -> clean.append(c);
            }
        }
    }

    /** Ratio sign and the modifier letter, small and presentation forms of the colon. */
    private static boolean isColon(char c) {
        return c == '\u2236' || c == '\ua789' || c == '\ufe55' || c == '\ufe13';
    }

    /** Hyphen, non-breaking hyphen, minus sign, and small and full-width hyphen; dashes are not hyphens. */
    private static boolean isHyphen(char c) {
        return c == '\u2010' || c == '\u2011' || c == '\u2212' || c == '\ufe63' || c == '\uff0d';
    }
}
