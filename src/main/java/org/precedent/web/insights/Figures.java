package org.precedent.web.insights;

import java.util.Locale;
import java.util.Optional;
import org.precedent.search.OutcomeTable.Counts;
import org.precedent.search.request.SearchRequest;
import org.precedent.web.view.OverturnRate;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;

/**
 * The outcome of a set of issues, formatted for a table: counts with links, overturn rate, interval and bar.
 *
 * @param issues the number of issues, linked to them
 * @param overturned how many of them were overturned, wholly or in part, linked to those; no link if none were
 * @param rate overturn rate in percent; empty if there are too few issues or a rate would be meaningless
 * @param interval the 95% confidence interval of the rate; an empty string without a rate
 * @param bar the rate as a bar
 */
public record Figures(
        PageLink issues, PageLink overturned, Optional<String> rate, String interval, Optional<RateBar> bar) {
    /**
     * Formats counts.
     *
     * @param request request that finds the issues
     * @param base the rate of the whole index; empty to omit rates
     */
    public static Figures of(Counts counts, SearchRequest request, Optional<OverturnRate> base) {
        var rate = OutcomeSource.overturnRate(counts);
        var shown = base.filter(b -> rate.hasEnoughIssues());
        return new Figures(
                new PageLink(PageText.number(counts.issues()), OutcomeSource.searchPath(request)),
                new PageLink(
                        PageText.number(rate.overturned()),
                        rate.overturned() == 0 ? "" : OutcomeSource.overturnedPath(request, counts)),
                shown.map(b -> percent(rate.percent())),
                shown.map(b -> String.format(Locale.US, "%.1f–%.1f", rate.low(), rate.high()))
                        .orElse(""),
                shown.flatMap(b -> RateBar.of(rate, b)));
    }

    static String percent(double percent) {
        return String.format(Locale.US, "%.1f%%", percent);
    }

    /**
     * A rate as a horizontal bar with its confidence interval and a mark at the rate of the whole index. All lengths are in thousandths of
     * the width.
     *
     * @param rate length of the bar
     * @param low lower end of the interval
     * @param width width of the interval
     * @param base position of the rate of the whole index; empty if there are too few issues for one
     */
    public record RateBar(long rate, long low, long width, Optional<Long> base) {
        private static final double SCALE = 10;

        /**
         * The bar of a rate; empty if there are too few issues for a rate.
         */
        static Optional<RateBar> of(OverturnRate rate, OverturnRate base) {
            if (!rate.hasEnoughIssues()) {
                return Optional.empty();
            }
            long low = at(rate.low());
            return Optional.of(new RateBar(
                    at(rate.percent()),
                    low,
                    at(rate.high()) - low,
                    base.hasEnoughIssues() ? Optional.of(at(base.percent())) : Optional.empty()));
        }

        private static long at(double percent) {
            return Math.round(percent * SCALE);
        }
    }
}
