package org.precedent.search.query;

import java.util.Locale;

/**
 * Turns any text into plain query words, by removing operator characters and lower-casing operators, so that it can be searched literally.
 */
public final class LiteralText {
    private LiteralText() {}

    /** The text as plain words, cut to the limits of a query. */
    public static String toWords(String text) {
        var signs = text.replaceAll("[\"\u201C\u201D\u201E\u00AB\u00BB()*!:?~^<>\\[\\]{}|\\\\]", " ")
                .replaceAll("(?<=^|\\s)(?:[-\u2212#]+|%(?=\\s|$)|/(?=\\S*/(?:\\s|$)))", " ")
                .replaceAll("(?<=\\p{L})\\$(?=\\s|$)", " ");
        var words = new StringBuilder();
        int count = 0;
        for (var word : signs.split("\\s+", -1)) {
            if (count++ == QueryLimits.CLAUSES || words.length() + word.length() >= QueryLimits.LENGTH) {
                break;
            }
            words.append(plain(word)).append(' ');
        }
        return words.toString().strip();
    }

    private static String plain(String word) {
        return switch (word) {
            case "AND", "OR", "NOT", "NEAR", "ADJ", "XOR" -> word.toLowerCase(Locale.ROOT);
            case "&&", "||" -> "";
            default ->
                word.matches(
                                "(?i)((w|within|near|pre|n|np|onear|adj)?/([0-9]+|s|sent|p|para|seg))|\\+([0-9]+|s|p)|(near|adj)[0-9]+")
                        ? word.toLowerCase(Locale.ROOT)
                                .replaceAll("[/+]|(?<=\\p{L})(?=[0-9])", " ")
                                .strip()
                        : word;
        };
    }
}
