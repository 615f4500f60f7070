package org.precedent.parse.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern whose every match contains one of a few keywords. Searching for the keywords first is many times faster than trying the pattern
 * at every character.
 *
 * @param pattern the pattern; a match must not depend on more than one character before it
 * @param lead maximum number of characters between the start of a match and its keyword
 * @param keywords the keywords; in lower case if the pattern ignores case
 */
public record KeywordPattern(Pattern pattern, int lead, List<String> keywords) {
    public KeywordPattern {
        keywords = List.copyOf(keywords);
        for (var keyword : keywords) {
            if (ignoresCase(pattern) && !keyword.equals(keyword.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "keyword \"" + keyword + "\": expected lower case, because the pattern ignores case");
            }
        }
    }

    public static KeywordPattern of(Pattern pattern, int lead, String... keywords) {
        return new KeywordPattern(pattern, lead, List.of(keywords));
    }

    boolean ignoresCase() {
        return ignoresCase(pattern);
    }

    private static boolean ignoresCase(Pattern pattern) {
        return (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
    }
}
