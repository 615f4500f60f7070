package org.precedent.web.insights;

import java.util.Optional;
import org.precedent.web.view.OverturnRate;

/**
 * A rate as a horizontal bar with its interval and the rate of the whole index as a mark. All lengths in thousandths of the width.
 *
 * @param rate length of the bar
 * @param low where the interval begins
 * @param width of the interval
 * @param base where the rate of the whole index stands; empty where there are too few issues for one
 */
public record RateBar(long rate, long low, long width, Optional<Long> base) {
    private static final double SCALE = 10;

    /**
     * The bar of a rate; empty where there are too few issues for one.
     */
    static Optional<RateBar> of(OverturnRate rate, OverturnRate base) {
        if (!rate.isTelling()) {
            return Optional.empty();
        }
        long low = at(rate.low());
        return Optional.of(new RateBar(
                at(rate.percent()),
                low,
                at(rate.high()) - low,
                base.isTelling() ? Optional.of(at(base.percent())) : Optional.empty()));
    }

    private static long at(double percent) {
        return Math.round(percent * SCALE);
    }
}
