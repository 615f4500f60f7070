package org.precedent.web.insights;

import java.util.List;
import java.util.Optional;

/**
 * Line chart of overturn rates over time with a 95% confidence band, above a column chart of the number of issues. Coordinates are in the
 * units of the SVG view box; the table beside the chart gives the same figures as text.
 *
 * @param label description of the chart
 * @param frame its size, scale and base rate
 * @param points periods with enough issues for a rate
 * @param lines the line as points of SVG polylines, broken at periods without a rate
 * @param bands the confidence band around each piece of the line
 * @param columns the number of issues in each period
 * @param ticks labels of the time axis
 */
public record LineChart(
        String label,
        Frame frame,
        List<Point> points,
        List<String> lines,
        List<String> bands,
        List<Column> columns,
        List<Tick> ticks) {
    public LineChart {
        points = List.copyOf(points);
        lines = List.copyOf(lines);
        bands = List.copyOf(bands);
        columns = List.copyOf(columns);
        ticks = List.copyOf(ticks);
    }

    /**
     * Size and scale.
     *
     * @param width width of the drawing
     * @param height height of the drawing
     * @param left x of the vertical axis
     * @param grid horizontal grid lines
     * @param base y of the rate of the whole index; empty if there is none
     */
    public record Frame(int width, int height, int left, List<Grid> grid, Optional<Integer> base) {
        /** Right end of the grid lines. */
        public int right() {
            return width - RIGHT;
        }
    }

    static final int RIGHT = 8;

    /**
     * Horizontal grid line.
     *
     * @param y vertical position
     * @param label percentage
     */
    public record Grid(int y, String label) {}

    /**
     * Data point for the rate of a period.
     *
     * @param label period, rate and number of issues
     * @param href URL of the issues
     */
    public record Point(int x, int y, String label, String href) {}

    /**
     * Column for the number of issues in a period.
     *
     * @param x left edge
     * @param y upper edge
     * @param width width of the column
     * @param height height of the column
     */
    public record Column(int x, int y, int width, int height) {}

    /**
     * Label of the time axis.
     */
    public record Tick(int x, int y, String label) {}
}
