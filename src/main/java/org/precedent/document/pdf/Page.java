package org.precedent.document.pdf;

import java.util.List;

/**
 * A page as extracted.
 *
 * @param lines from top to bottom; text at the same height makes one line
 * @param height of the page, in points
 * @param marks text that lies across the page or along its edge
 * @param hidden letters and digits that no reader sees, which are not in the lines
 * @param showsMore whether it shows more than text: pictures, outlines, or characters that cannot be extracted
 */
record Page(List<Line> lines, float height, List<String> marks, int hidden, boolean showsMore) {
    /**
     * A line of print.
     *
     * @param text without trailing spaces; may be empty
     * @param y distance of its base line from the top of the page, in points
     * @param first its first word
     */
    record Line(String text, float y, Word first) {
        Line withText(String other) {
            return new Line(other, y, first);
        }
    }

    /**
     * The first word of a line.
     *
     * @param left where it begins, in points from the left
     * @param right where it ends
     * @param next where the next word begins; infinite where there is none
     */
    record Word(float left, float right, float next) {}

    /** The text of its lines. */
    String text() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    Page with(List<Line> other) {
        return new Page(other, height, marks, hidden, showsMore);
    }
}
