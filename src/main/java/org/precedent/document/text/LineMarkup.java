package org.precedent.document.text;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Removes markup from plain text: the {@code >} of quoted e-mails, and Markdown headings and emphasis.
 */
public final class LineMarkup {
    private static final Pattern QUOTED = Pattern.compile("(?m)^ ?> ?");
    private static final Pattern HEADING = Pattern.compile("(?m)^ {0,3}#{1,6} +(?=\\p{L})");
    private static final Pattern STRONG = Pattern.compile("(?<![*_])(?:\\*\\*|__)(?![*_])");
    private static final int DEEPEST_QUOTE = 5;
    private static final int MOST_IN_TEN = 8;
    private static final int FEWEST_STRONG = 4;

    private LineMarkup() {}

    /**
     * Returns the text without markup. Markdown is removed only if its emphasis markers come in pairs, quote markers only if nearly all
     * lines have them.
     */
    public static String remove(String text) {
        var bare = text;
        for (int i = 0; i < DEEPEST_QUOTE && isQuoted(bare); i++) {
            bare = QUOTED.matcher(bare).replaceAll("");
        }
        long marks = bare.contains("**") || bare.contains("__")
                ? STRONG.matcher(bare).results().count()
                : 0;
        if (marks < FEWEST_STRONG || marks % 2 != 0) {
            return bare;
        }
        return HEADING.matcher(STRONG.matcher(bare).replaceAll("")).replaceAll("");
    }

    private static boolean isQuoted(String text) {
        if (text.indexOf('>') < 0) {
            return false;
        }
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(1_000).toList();
        long quoted = lines.stream()
                .filter(line -> line.stripLeading().startsWith(">"))
                .count();
        return quoted * 10 > lines.size() * (long) MOST_IN_TEN;
    }
}
