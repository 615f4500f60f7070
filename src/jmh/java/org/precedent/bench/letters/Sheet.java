package org.precedent.bench.letters;

/**
 * A letter's lines, wrapped as the printed letters are.
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

    /** Lines follow lines, paragraphs are separated by an empty line. */
    static Sheet close() {
        return new Sheet("\n", "\n");
    }

    /** Every line ends in a blank and is followed by an empty one, paragraphs are separated by a line that holds one blank. */
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

    /** A text broken at blanks into lines. */
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
