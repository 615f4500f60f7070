package org.precedent.bench.letters;

/**
 * The lines of a letter, wrapped at the width of printed letters.
 */
final class Sheet {
    private static final int WIDTH = 97;

    private final StringBuilder lines = new StringBuilder();
    private final String lineEnd;
    private final String gap;

    private Sheet(String lineEnd, String gap) {
        this.lineEnd = lineEnd;
        this.gap = gap;
    }

    /** Single-spaced lines; paragraphs are separated by an empty line. */
    static Sheet close() {
        return new Sheet("\n", "\n");
    }

    /** Double-spaced lines that end in a space; paragraphs are separated by a line with one space. */
    static Sheet spaced() {
        return new Sheet(" \n\n", " \n\n");
    }

    Sheet line(String line) {
        lines.append(line).append(lineEnd);
        return this;
    }

    Sheet gap() {
        lines.append(gap);
        return this;
    }

    /** Appends a text, wrapped into lines at spaces. */
    Sheet text(String text) {
        int start = 0;
        while (text.length() - start > WIDTH) {
            int end = text.lastIndexOf(' ', start + WIDTH);
            if (end <= start) {
                end = start + WIDTH;
            }
            line(text.substring(start, end));
            start = end + 1;
        }
        return start < text.length() ? line(text.substring(start)) : this;
    }

    String text() {
        return lines.toString();
    }
}
