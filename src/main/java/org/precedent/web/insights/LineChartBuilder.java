package org.precedent.web.insights;

import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.facet.Dimension;
import org.precedent.search.facet.Facet;
import org.precedent.web.insights.LineChart.Column;
import org.precedent.web.insights.LineChart.Frame;
import org.precedent.web.insights.LineChart.Grid;
import org.precedent.web.insights.LineChart.Point;
import org.precedent.web.insights.LineChart.Tick;
import org.precedent.web.view.OverturnRate;
import org.precedent.web.view.PageText;

/**
 * Lays out the {@link LineChart} of overturn rates by year or month. Periods without issues keep their place on the axis, so that gaps are
 * visible.
 */
final class LineChartBuilder {
    private static final int LEFT = 44;
    private static final int TOP = 10;
    private static final int FOOTER_HEIGHT = 18;
    private static final int GAP = 8;
    private static final int LABEL = 46;
    private static final int MAX_PERIODS = 400;

    private final Size size;
    private final List<String> periods;
    private final Map<String, Counts> counts;
    private final double scale;

    /**
     * Size of a chart.
     *
     * @param width width of the drawing
     * @param rates height of the line chart of rates
     * @param issues height of the column chart of issues
     */
    record Size(int width, int rates, int issues) {
        static final Size LARGE = new Size(680, 180, 40);
        static final Size SMALL = new Size(260, 84, 20);
    }

    private LineChartBuilder(Dimension time, Size size, Map<String, Counts> counts, double scale) {
        this.size = size;
        this.counts = counts;
        this.periods = periods(time, new TreeMap<>(counts));
        this.scale = scale;
    }

    /**
     * Builds a chart; empty if fewer than two periods have a rate.
     *
     * @param label description of the chart
     * @param counts counts by period; undated ones are omitted
     * @param scale percentage at the top of the scale
     * @param href returns the URL of the issues of a period
     */
    static Optional<LineChart> build(
            String label,
            Dimension time,
            Size size,
            Map<String, Counts> counts,
            double scale,
            OverturnRate base,
            Function<String, String> href) {
        var dated = new TreeMap<>(counts);
        dated.remove(Facet.NOT_STATED);
        long charted = dated.values().stream()
                .map(OutcomeSource::overturnRate)
                .filter(OverturnRate::hasEnoughIssues)
                .count();
        return charted < 2
                ? Optional.empty()
                : Optional.of(new LineChartBuilder(time, size, dated, scale).chart(label, base, href));
    }

    /** The percentage at the top of the scale, chosen to fit all of these rates and their intervals. */
    static double scale(Iterable<Counts> counts, OverturnRate base) {
        double maximum = base.hasEnoughIssues() ? base.percent() : 0;
        for (var some : counts) {
            var rate = OutcomeSource.overturnRate(some);
            maximum = rate.hasEnoughIssues() ? Math.max(maximum, rate.high()) : maximum;
        }
        return Math.min(100, Math.max(10, Math.ceil(maximum / 10) * 10));
    }

    private static List<String> periods(Dimension time, SortedMap<String, Counts> counts) {
        var all = new ArrayList<String>();
        if (time == Dimension.YEAR) {
            var last = Year.parse(counts.lastKey());
            for (var at = Year.parse(counts.firstKey()); !at.isAfter(last); at = at.plusYears(1)) {
                all.add(at.toString());
            }
        } else {
            var last = YearMonth.parse(counts.lastKey());
            for (var at = YearMonth.parse(counts.firstKey()); !at.isAfter(last); at = at.plusMonths(1)) {
                all.add(at.toString());
            }
        }
        // a single wrong date must not compress the rest of the axis
        return all.size() > MAX_PERIODS ? List.copyOf(counts.keySet()) : all;
    }

    private LineChart chart(String label, OverturnRate base, Function<String, String> href) {
        var pieces = pieces();
        return new LineChart(
                label,
                frame(base),
                pieces.stream().flatMap(List::stream).map(i -> point(i, href)).toList(),
                pieces.stream().map(this::line).toList(),
                pieces.stream().map(this::band).toList(),
                columns(),
                ticks());
    }

    private Frame frame(OverturnRate base) {
        var grid = IntStream.rangeClosed(0, 2)
                .mapToObj(i -> new Grid(y(scale * i / 2), Math.round(scale * i / 2) + "%"))
                .toList();
        return new Frame(
                size.width,
                TOP + size.rates + GAP + size.issues + FOOTER_HEIGHT,
                LEFT,
                grid,
                base.hasEnoughIssues() ? Optional.of(y(base.percent())) : Optional.empty());
    }

    /** Runs of consecutive periods that have a rate. */
    private List<List<Integer>> pieces() {
        var pieces = new ArrayList<List<Integer>>();
        var piece = new ArrayList<Integer>();
        for (int i = 0; i < periods.size(); i++) {
            if (rate(i).hasEnoughIssues()) {
                piece.add(i);
            } else if (!piece.isEmpty()) {
                pieces.add(List.copyOf(piece));
                piece.clear();
            }
        }
        if (!piece.isEmpty()) {
            pieces.add(List.copyOf(piece));
        }
        return pieces;
    }

    private OverturnRate rate(int period) {
        return OutcomeSource.overturnRate(counts(period));
    }

    private Counts counts(int period) {
        return counts.getOrDefault(periods.get(period), Counts.ZERO);
    }

    private Point point(int i, Function<String, String> href) {
        var rate = rate(i);
        var period = periods.get(i);
        return new Point(
                x(i),
                y(rate.percent()),
                period + ": " + Figures.percent(rate.percent()) + " of " + PageText.count(rate.total(), "issue"),
                href.apply(period));
    }

    private String line(List<Integer> piece) {
        var text = new StringBuilder();
        piece.forEach(
                i -> text.append(x(i)).append(',').append(y(rate(i).percent())).append(' '));
        return text.toString().strip();
    }

    private String band(List<Integer> piece) {
        var text = new StringBuilder();
        piece.forEach(
                i -> text.append(x(i)).append(',').append(y(rate(i).high())).append(' '));
        piece.reversed()
                .forEach(i ->
                        text.append(x(i)).append(',').append(y(rate(i).low())).append(' '));
        return text.toString().strip();
    }

    private List<Column> columns() {
        long maximum = counts.values().stream().mapToLong(Counts::issues).max().orElse(1);
        int width = Math.clamp((int) (step() * 0.7), 1, 24);
        int base = TOP + size.rates + GAP + size.issues;
        return IntStream.range(0, periods.size())
                .filter(i -> counts(i).issues() > 0)
                .mapToObj(i -> {
                    int height = (int) Math.max(
                            1, Math.round((double) size.issues * counts(i).issues() / maximum));
                    return new Column(x(i) - width / 2, base - height, width, height);
                })
                .toList();
    }

    private List<Tick> ticks() {
        int every = (int) Math.max(1, Math.ceil(LABEL / step()));
        int y = TOP + size.rates + GAP + size.issues + FOOTER_HEIGHT - 4;
        return IntStream.range(0, periods.size())
                .filter(i -> i % every == 0)
                .mapToObj(i -> new Tick(x(i), y, periods.get(i)))
                .toList();
    }

    private double step() {
        return (double) (size.width - LEFT - LineChart.RIGHT - LABEL) / Math.max(1, periods.size() - 1);
    }

    private int x(int period) {
        return (int) Math.round(LEFT + LABEL / 2.0 + period * step());
    }

    private int y(double percent) {
        return (int) Math.round(TOP + size.rates * (1 - Math.min(percent, scale) / scale));
    }
}
