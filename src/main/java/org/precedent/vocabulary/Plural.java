package org.precedent.vocabulary;

/**
 * Converts an English name between singular and plural. A plural of one word is left as it is, because its singular often means something
 * else, as with "weights".
 */
final class Plural {
    /** Shorter words are abbreviations or too likely to be other words. */
    private static final int MIN_LENGTH = 4;

    private Plural() {}

    /**
     * The name in the other number: {@code wrist brace} gives {@code wrist braces}, and the reverse.
     */
    static String alternate(String words) {
        if (words.length() - words.lastIndexOf(' ') <= MIN_LENGTH
                || !Character.isLetter(words.charAt(words.length() - 1))) {
            return words;
        }
        if (words.endsWith("s")) {
            return words.indexOf(' ') < 0 || words.endsWith("ss") || words.endsWith("is") || words.endsWith("us")
                    ? words
                    : singular(words);
        }
        return endsLikeConsonantAndY(words) ? words.substring(0, words.length() - 1) + "ies" : words + "s";
    }

    private static String singular(String words) {
        return words.endsWith("ies")
                ? words.substring(0, words.length() - 3) + "y"
                : words.substring(0, words.length() - 1);
    }

    private static boolean endsLikeConsonantAndY(String words) {
        return words.endsWith("y") && "aeiou".indexOf(words.charAt(words.length() - 2)) < 0;
    }
}
