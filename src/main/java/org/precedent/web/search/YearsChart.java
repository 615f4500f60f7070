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
 * Bar chart of issues per year; each bar selects its year.
 *
 * @param columns in order of years
 * @param width of the drawing, in its own units
 * @param height of the drawing
 */
public record YearsChart(List<Column> columns, int width, int height) {
    private static final int LEAST = 3;
    private static final int STEP = 34;
    private static final int TALL = 56;
    private static final int FOOT = 16;

    public YearsChart {
        columns = List.copyOf(columns);
    }

    /**
     * One year.
     *
     * @param year four digits
     * @param issues how many, printed
     * @param x left edge
     * @param y upper edge
     * @param height down to the base line
     * @param chosen whether the year is chosen
     * @param href chooses the year
     */
    public record Column(String year, String issues, int x, int y, int height, boolean chosen, String href) {}

    /** From the left edge of a column to its middle. */
    public int middle() {
        return STEP / 2 - 2;
    }

    /** Base line of the labels. */
    public int base() {
        return height - 3;
    }

    /**
     * The chart of a result; empty where its determinations are of fewer than three years, whose months say more.
     */
    public static Optional<YearsChart> of(PageAddress address, Map<Facet, List<FacetCount>> facets) {
        var years = facets.getOrDefault(Facet.YEAR, List.of()).stream()
                .filter(c -> !c.value().equals(Facet.NOT_STATED) && c.total().issues() > 0)
                .sorted(Comparator.comparing(FacetCount::value))
                .toList();
        if (years.size() < LEAST) {
            return Optional.empty();
        }
        long most = years.stream().mapToLong(c -> c.total().issues()).max().orElse(1);
        var columns = new java.util.ArrayList<Column>();
        years.forEach(c -> columns.add(column(address, c, columns.size(), most)));
        return Optional.of(new YearsChart(columns, columns.size() * STEP, TALL + FOOT));
    }

    private static Column column(PageAddress address, FacetCount count, int index, long most) {
        var request = address.request();
        var value = new FacetValue(Facet.YEAR, count.value());
        boolean chosen = request.selection().chosenIn(Facet.YEAR).contains(count.value());
        var next = chosen
                ? request.selection().without(value)
                : request.selection().with(value);
        int height =
                (int) Math.max(2, Math.round((double) (TALL - 2) * count.total().issues() / most));
        return new Column(
                count.value(),
                PageText.number(count.total().issues()),
                index * STEP,
                TALL - height,
                height,
                chosen,
                address.urlOf(request.with(next)));
    }
}
