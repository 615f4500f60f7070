package org.precedent.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes the content stream of a page as office programs do: lines in pieces, kerned pairs of letters, clipped table cells with borders,
 * and marked content.
 */
final class PrintedPage {
    private static final float SIZE = 10.5f;

    /** Lengths of the strings between which letters are kerned. */
    private static final int[] STRINGS = {1, 1, 1, 2, 2, 2, 2, 3, 4};

    private static final int[] KERNING = {-15, -6, -5, -4, -3, 3, 4, 5, 8, 11};
    private static final int SHORTEST_PIECE = 14;
    private static final int PIECE_LENGTHS = 24;
    private static final float CELL_HEIGHT = 12.6f;
    private static final float BORDER = 0.48f;

    private final StringBuilder content = new StringBuilder(1 << 14);
    private final SplittableRandom divisions;
    private int marks;

    PrintedPage(SplittableRandom divisions) {
        this.divisions = divisions;
    }

    byte[] bytes() {
        return content.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The number of marked-content sequences. */
    int marks() {
        return marks;
    }

    void image(String name, float x, float y, float width) {
        add("q %.2f 0 0 %.2f %.2f %.2f cm", width, width / 4, x, y);
        add("/%s Do Q", name);
    }

    /** Writes a line of text in pieces of a few words, each of which begins where the one before ends. */
    void line(String text, float x, float y) {
        boolean isMarked = divisions.nextInt(5) < 3;
        if (isMarked) {
            mark();
        }
        var font = text.equals(text.toUpperCase(Locale.ROOT)) ? PrintFont.BOLD : PrintFont.REGULAR;
        float previous = 0;
        for (int start = 0; start < text.length(); ) {
            int end = pieceEnd(text, start);
            float left = x + font.width(text.substring(0, start)) * SIZE;
            if (start > 0 && divisions.nextInt(5) < 2) {
                add("%.3f 0 Td", left - previous);
            } else {
                add("%s", start > 0 ? "ET BT" : "BT");
                begin(font, left, y);
            }
            spacing();
            show(text.substring(start, end));
            previous = left;
            start = end;
        }
        add("ET");
        if (isMarked) {
            add("EMC");
        }
    }

    /** The end of the piece that begins here: after a space, or the end of the line. */
    private int pieceEnd(String text, int start) {
        int space = text.indexOf(' ', start + SHORTEST_PIECE + divisions.nextInt(PIECE_LENGTHS));
        return space < 0 ? text.length() : space + 1;
    }

    /** Writes a row of the table of the case: each cell with its background and borders, clipped, and an empty piece after its text. */
    void row(List<String> cells, float x, float y, float width) {
        float left = x;
        for (var cell : cells) {
            var box = String.format(Locale.ROOT, "%.2f %.2f %.2f %.2f re", left - 4, y - 3, width, CELL_HEIGHT);
            mark();
            add("0.95 g %s f*", box);
            add("EMC");
            var font = cell.endsWith(":") ? PrintFont.BOLD : PrintFont.REGULAR;
            clipped(box, font, left, y, cell);
            clipped(box, PrintFont.SANS, left + font.width(cell) * SIZE, y, " ");
            borders(left - 4, y - 3, width);
            left += width;
        }
    }

    private void clipped(String box, PrintFont font, float x, float y, String text) {
        mark();
        add("q %s W* n", box);
        add("BT");
        begin(font, x, y);
        show(text);
        add("ET Q EMC");
    }

    private void borders(float x, float y, float width) {
        add("0 g");
        for (float side : new float[] {x, x + width}) {
            add("%.2f %.2f %.2f %.2f re f*", side, y, BORDER, BORDER);
            add("%.2f %.2f %.2f %.2f re f*", side, y, BORDER, CELL_HEIGHT);
            add("%.2f %.2f %.2f %.2f re f*", side, y + CELL_HEIGHT, BORDER, BORDER);
        }
        add("%.2f %.2f %.2f %.2f re f*", x, y, width, BORDER);
        add("%.2f %.2f %.2f %.2f re f*", x, y + CELL_HEIGHT, width, BORDER);
    }

    private void mark() {
        add("/P <</MCID %d>> BDC", marks++);
    }

    private void begin(PrintFont font, float x, float y) {
        add("/%s %.2f Tf 1 0 0 1 %.3f %.3f Tm 0 g", font.name(), SIZE, x, y);
    }

    /** Sets the spacing of letters and words for about every fourth piece; office programs set hardly visible values. */
    private void spacing() {
        if (divisions.nextInt(4) == 0) {
            add("0.0003 Tc -0.0003 Tw");
        }
    }

    private void show(String text) {
        if (divisions.nextInt(5) == 0) {
            string(text);
            add(" Tj");
            return;
        }
        content.append('[');
        for (int start = 0; start < text.length(); ) {
            int end = Math.min(text.length(), start + STRINGS[divisions.nextInt(STRINGS.length)]);
            string(text.substring(start, end));
            if (end < text.length()) {
                content.append(KERNING[divisions.nextInt(KERNING.length)]);
            }
            start = end;
        }
        add("] TJ");
    }

    private void string(String text) {
        content.append('(');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == ')' || c == '\\') {
                content.append('\\');
            }
            content.append(c);
        }
        content.append(')');
    }

    @FormatMethod
    private void add(String format, Object... values) {
        content.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
