package org.precedent.document.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.precedent.document.pdf.Page.Line;

/**
 * Inserts an empty line wherever the distance between two printed lines is clearly larger than usual in the document.
 */
final class Paragraphs {
    /**
     * Factor by which a distance must exceed the usual one to start a paragraph; an empty line has a factor of 2, normal variation reaches
     * 1.1.
     */
    private static final float GAP = 1.45f;

    private final float usualDistance;

    private Paragraphs(float usual) {
        this.usualDistance = usual;
    }

    /**
     * Returns the text of each page, with paragraphs separated by empty lines.
     */
    static List<String> split(List<Page> pages) {
        var printed = pages.stream().map(page -> printed(page.lines())).toList();
        var paragraphs = new Paragraphs(medianDistance(printed));
        return printed.stream().map(paragraphs::text).toList();
    }

    private static List<Line> printed(List<Line> page) {
        return page.stream().filter(line -> !line.text().isBlank()).toList();
    }

    /**
     * Returns the lower quartile of line distances, because in a document of short paragraphs half of the distances include an empty line.
     */
    private static float medianDistance(List<List<Line>> pages) {
        var distances = new ArrayList<Float>();
        for (var page : pages) {
            for (int i = 1; i < page.size(); i++) {
                float distance = page.get(i).y() - page.get(i - 1).y();
                if (distance > 0) {
                    distances.add(distance);
                }
            }
        }
        Collections.sort(distances);
        return distances.isEmpty() ? Float.MAX_VALUE : distances.get(distances.size() / 4);
    }

    private String text(List<Line> page) {
        var text = new StringBuilder();
        for (int i = 0; i < page.size(); i++) {
            if (i > 0 && isGap(page.get(i - 1), page.get(i))) {
                text.append('\n');
            }
            text.append(page.get(i).text()).append('\n');
        }
        return text.toString();
    }

    private boolean isGap(Line above, Line below) {
        float distance = below.y() - above.y();
        return distance < 0 || distance > GAP * usualDistance;
    }
}
