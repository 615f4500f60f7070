package org.precedent.web.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetCount;
import org.precedent.search.facet.FacetValue;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageText;

/**
 * Bar chart of issues per year; each bar links to its year.
 *
 * @param columns bars in chronological order
 * @param width width of the drawing, in SVG units
 * @param height height of the drawing, in SVG units
 */
public record YearsChart(List<Column> columns, int width, int height) {
    private static final int MIN_YEARS = 3;
    private static final int STEP = 34;
    private static final int HEIGHT = 56;
    private static final int FOOTER_HEIGHT = 16;

    public YearsChart {
        columns = List.copyOf(columns);
    }

    /**
     * Bar of one year.
     *
     * @param year four digits
     * @param issues number of issues, formatted
     * @param x left edge
     * @param y upper edge
     * @param height height down to the baseline
     * @param chosen whether the year is selected
     * @param href URL that selects the year
     */
    public record Column(String year, String issues, int x, int y, int height, boolean chosen, String href) {}

    /** Horizontal center of the bar. */
    public int middle() {
        return STEP / 2 - 2;
    }

    /** Baseline of the labels. */
    public int base() {
        return height - 3;
    }

    /**
     * Builds the chart of a result; empty if the result spans fewer than three years, for which months would say more.
     */
    public static Optional<YearsChart> of(PageAddress address, Map<Facet, List<FacetCount>> facets) {
        var years = facets.getOrDefault(Facet.YEAR, List.of()).stream()
                .filter(c -> !c.value().equals(Facet.NOT_STATED) && c.total().issues() > 0)
                .sorted(Comparator.comparing(FacetCount::value))
                .toList();
        if (years.size() < MIN_YEARS) {
            return Optional.empty();
        }
        long maximum = years.stream().mapToLong(c -> c.total().issues()).max().orElse(1);
        var columns = new java.util.ArrayList<Column>();
        years.forEach(c -> columns.add(column(address, c, columns.size(), maximum)));
        return Optional.of(new YearsChart(columns, columns.size() * STEP, HEIGHT + FOOTER_HEIGHT));
    }

    private static Column column(PageAddress address, FacetCount count, int index, long maximum) {
        var request = address.request();
        var value = new FacetValue(Facet.YEAR, count.value());
        boolean chosen = request.selection().chosenIn(Facet.YEAR).contains(count.value());
        var next = chosen
                ? request.selection().without(value)
                : request.selection().with(value);
        int height = (int)
                Math.max(2, Math.round((double) (HEIGHT - 2) * count.total().issues() / maximum));
        return new Column(
                count.value(),
                PageText.number(count.total().issues()),
                index * STEP,
                HEIGHT - height,
                height,
                chosen,
                address.urlOf(request.with(next)));
    }
}
