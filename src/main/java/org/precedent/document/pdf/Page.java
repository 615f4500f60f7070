package org.precedent.document.pdf;

import java.util.List;

/**
 * An extracted page.
 *
 * @param lines from top to bottom; text at the same height forms one line
 * @param height height of the page, in points
 * @param marks text printed across the page or along its edge
 * @param hidden number of letters and digits that are not visible to a reader and therefore not in the lines
 * @param showsMore whether the page shows more than text: images, outlines, or characters that cannot be extracted
 */
record Page(List<Line> lines, float height, List<String> marks, int hidden, boolean showsMore) {
    /**
     * A printed line.
     *
     * @param text without trailing spaces; may be empty
     * @param y distance of its baseline from the top of the page, in points
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
     * @param left its left edge, in points from the left edge of the page
     * @param right its right edge
     * @param next left edge of the next word; infinite if there is none
     */
    record Word(float left, float right, float next) {}

    /** Returns the text of the lines. */
    String text() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    Page with(List<Line> other) {
        return new Page(other, height, marks, hidden, showsMore);
    }
}
