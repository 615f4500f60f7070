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
    private static final int MAX_QUOTE_DEPTH = 5;
    private static final int MIN_QUOTED_TENTHS = 8;
    private static final int MIN_STRONG_MARKS = 4;

    private LineMarkup() {}

    /**
     * Returns the text without markup. Markdown is removed only if its emphasis markers come in pairs, quote markers only if nearly all
     * lines have them.
     */
    public static String remove(String text) {
        var bare = text;
        for (int i = 0; i < MAX_QUOTE_DEPTH && isQuoted(bare); i++) {
            bare = QUOTED.matcher(bare).replaceAll("");
        }
        long marks = bare.contains("**") || bare.contains("__")
                ? STRONG.matcher(bare).results().count()
                : 0;
        if (marks < MIN_STRONG_MARKS || marks % 2 != 0) {
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
        return quoted * 10 > lines.size() * (long) MIN_QUOTED_TENTHS;
    }
}
