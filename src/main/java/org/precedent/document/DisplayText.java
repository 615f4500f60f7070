package org.precedent.document;

/**
 * Sanitizes untrusted text for display by replacing characters that could garble a terminal or mislead a reader.
 */
public final class DisplayText {
    private DisplayText() {}

    /**
     * Returns the text with each such character replaced by {@code ?}, truncated to {@code maximum} characters.
     */
    public static String sanitize(String words, int maximum) {
        var shown = new StringBuilder();
        words.codePoints().limit(maximum).map(c -> isHarmless(c) ? c : '?').forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
