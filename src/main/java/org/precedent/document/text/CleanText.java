package org.precedent.document.text;

/**
 * Text without characters that mislead: control and direction characters go, line ends become {@code '\n'}, odd blanks
 * become blanks. Lines are kept as they are, for blanks at their ends may mean something.
 */
public final class CleanText {
    /** The fewest letters and digits a determination can have; the shortest real one has thousands. */
    private static final int LEAST = 40;

    private CleanText() {}

    /**
     * Whether a text has too few letters and digits to hold a determination.
     */
    public static boolean isNextToNothing(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).limit(LEAST).count() < LEAST;
    }

    public static String of(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r' || (c > '~' && Character.getType(c) == Character.SPACE_SEPARATOR) || !isKept(c)) {
                return cleaned(raw);
            }
        }
        return raw;
    }

    private static String cleaned(String raw) {
        var clean = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else if (isKept(c)) {
                clean.append(Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c);
            }
        }
        return clean.toString();
    }

    private static boolean isKept(char c) {
        if ((c >= ' ' && c <= '~') || c == '\n' || c == '\t' || c == '\f') {
            return true;
        }
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT;
    }
}
