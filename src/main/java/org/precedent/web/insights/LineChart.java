package org.precedent.web.insights;

import java.util.List;
import java.util.Optional;

/**
 * Line chart of overturn rates over time with a 95% confidence band, above a column chart of the number of issues. Coordinates are in the
 * units of the SVG view box; the table beside the chart gives the same figures as text.
 *
 * @param label what it shows
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
     * @param width of the drawing
     * @param height of the drawing
     * @param left position of the axis
     * @param grid lines of the scale with their labels
     * @param base height of the rate of the whole index; empty where there is none
     */
    public record Frame(int width, int height, int left, List<Grid> grid, Optional<Integer> base) {
        /** Where grid lines end. */
        public int right() {
            return width - RIGHT;
        }
    }

    static final int RIGHT = 8;

    /**
     * A line of the scale.
     *
     * @param y its height
     * @param label its percentage
     */
    public record Grid(int y, String label) {}

    /**
     * A period's rate.
     *
     * @param label period, rate and number of issues
     * @param href finds the issues
     */
    public record Point(int x, int y, String label, String href) {}

    /**
     * A period's issues.
     *
     * @param x left edge
     * @param y upper edge
     * @param width of the column
     * @param height of the column
     */
    public record Column(int x, int y, int width, int height) {}

    /**
     * A label of the time axis.
     */
    public record Tick(int x, int y, String label) {}
}
