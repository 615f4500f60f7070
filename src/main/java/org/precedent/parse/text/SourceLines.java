package org.precedent.parse.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Splits a source text into its non-empty lines, trimmed, and determines which of them begin a paragraph.
 *
 * <p>Empty lines separate paragraphs, with two exceptions: if every line is followed by an empty one, paragraphs are separated by a line of
 * spaces; and a paragraph may continue across a page break.
 */
final class SourceLines {
    /** Beginnings of lines that text extraction moved from the edge of a page into the text. */
    private static final List<String> FURNITURE_PREFIXES =
            List.of("final determination letter for imr case number", "page ", "form effective");

    private static final Pattern PAGE_OF = Pattern.compile("page \\d{1,3} of \\d{1,3}");

    private static final String LABELS = "claims administrator guideline|maximus guideline|decision rationale";

    private static final char SOFT_HYPHEN = '\u00ad';

    private final String source;
    /** The characters of the source; reading an array is faster than reading a string character by character. */
    private final char[] characters;

    private final List<Line> lines = new ArrayList<>();
    private boolean doubled;
    private boolean blanksSeparateParagraphs;

    /**
     * A line, and what separates it from the one before: the number of empty lines, whether any of them contains spaces, and a page break.
     */
    private record Line(int start, int end, int empty, boolean blanks, boolean page) {}

    private SourceLines(String source) {
        this.source = source;
        this.characters = source.toCharArray();
    }

    static SourceLines of(String source) {
        var lines = new SourceLines(source);
        lines.read();
        lines.detectDoubleSpacing();
        return lines;
    }

    /**
     * Returns the characters of the source; not to be changed.
     */
    char[] characters() {
        return characters;
    }

    int size() {
        return lines.size();
    }

    int start(int line) {
        return lines.get(line).start;
    }

    int end(int line) {
        return lines.get(line).end;
    }

    /**
     * Whether the line ends in a soft hyphen, so that its last word continues on the next line, even across a page break.
     */
    boolean endsInWord(int line) {
        int end = lines.get(line).end;
        return end < source.length() && source.charAt(end) == SOFT_HYPHEN;
    }

    boolean startsParagraph(int line) {
        var l = lines.get(line);
        if (l.page) {
            return startsAfterBreak(line);
        }
        if (!doubled) {
            return l.empty > 0;
        }
        if (blanksSeparateParagraphs ? l.blanks : l.empty > 2) {
            return true;
        }
        return l.empty > 1 && startsAfterBreak(line);
    }

    /** Printable ASCII characters except the space, which make up nearly all of a text. */
    static boolean isAsciiSign(char c) {
        return c > ' ' && c < '\u007f';
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || (c > '\u00a0' && Character.isSpaceChar(c));
    }

    static boolean isInvisible(char c) {
        return c == SOFT_HYPHEN || c == '\ufeff' || (c >= '\u200b' && c <= '\u200f') || c == '\u2060';
    }

    private void read() {
        int empty = 0;
        boolean blanks = false;
        boolean page = false;
        for (int at = 0; at < characters.length; ) {
            int end = endOfLine(at);
            int start = at;
            int last = end;
            while (start < last && isBlankOrInvisible(characters[start])) {
                start++;
            }
            while (last > start && isBlankOrInvisible(characters[last - 1])) {
                last--;
            }
            if (start == last) {
                empty++;
                blanks |= end > at;
            } else if (isFurniture(start, last)) {
                page = true;
            } else {
                lines.add(new Line(start, last, empty, blanks, page));
                empty = 0;
                blanks = false;
                page = false;
            }
            page |= end < characters.length && characters[end] == '\f';
            at = end + lineBreak(end);
        }
    }

    static boolean isBlankOrInvisible(char c) {
        return !isAsciiSign(c) && (isBlank(c) || isInvisible(c));
    }

    private int endOfLine(int at) {
        int end = at;
        while (end < characters.length && !endsLine(characters[end])) {
            end++;
        }
        return end;
    }

    private static boolean endsLine(char c) {
        return !isAsciiSign(c) && ((c <= '\r' && c >= '\n') || c == '\u0085' || c == '\u2028' || c == '\u2029');
    }

    private int lineBreak(int end) {
        return source.startsWith("\r\n", end) ? 2 : 1;
    }

    private boolean isFurniture(int start, int end) {
        if (end - start > 80 || "FfPp".indexOf(source.charAt(start)) < 0) {
            return false;
        }
        var line = source.substring(start, end).toLowerCase(Locale.ROOT);
        return FURNITURE_PREFIXES.stream()
                .anyMatch(f -> line.startsWith(f) && (!f.equals("page ") || isPageNumber(line)));
    }

    /** Matches {@code page 2 of 3}; "page 2" alone may be the rest of a citation. */
    private static boolean isPageNumber(String line) {
        return PAGE_OF.matcher(line).matches();
    }

    /**
     * Detects double spacing: every line is followed by an empty one, and many sentences run across them.
     */
    private void detectDoubleSpacing() {
        int spaced = 0;
        int running = 0;
        for (int i = 1; i < lines.size(); i++) {
            var line = lines.get(i);
            spaced += line.empty > 0 ? 1 : 0;
            running += Character.isLowerCase(source.charAt(line.start)) ? 1 : 0;
            blanksSeparateParagraphs |= line.blanks;
        }
        doubled = lines.size() > 8 && spaced * 10 > lines.size() * 8 && running * 6 > lines.size();
    }

    /**
     * Whether a paragraph ends before a line: the text before it is complete, or the line begins with a label.
     */
    private boolean startsAfterBreak(int line) {
        if (line == 0) {
            return true;
        }
        var before = lines.get(line - 1);
        char last = source.charAt(before.end - 1);
        return ".:;?!\"\u201d)".indexOf(last) >= 0
                || source.startsWith("Upheld", before.end - 6)
                || source.startsWith("Overturned", before.end - 10)
                || startsWithLabel(lines.get(line));
    }

    private boolean startsWithLabel(Line line) {
        for (var label : LABELS.split("\\|", -1)) {
            if (source.regionMatches(true, line.start, label, 0, label.length())) {
                return true;
            }
        }
        return false;
    }
}
