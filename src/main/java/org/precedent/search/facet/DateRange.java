package org.precedent.search.facet;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A range of days, both ends included; either end may be open.
 *
 * @param from first day; empty for "since ever"
 * @param to last day; empty for "until now"
 * @param back how many days before today {@code from} is, if given that way, so that it moves every day; otherwise empty
 */
public record DateRange(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Integer> back) {
    /** Every day, also letters without a date. */
    public static final DateRange ALWAYS = new DateRange(Optional.empty(), Optional.empty());

    /**
     * A range of fixed days.
     */
    public DateRange(Optional<LocalDate> from, Optional<LocalDate> to) {
        this(from, to, Optional.empty());
    }

    /**
     * The last days before one, without an end.
     */
    public static DateRange lastYears(int days, LocalDate today) {
        return new DateRange(Optional.of(today.minusDays(days)), Optional.empty(), Optional.of(days));
    }

    /**
     * Whether the day lies in the range.
     */
    public boolean contains(LocalDate day) {
        return from.map(f -> !day.isBefore(f)).orElse(true)
                && to.map(t -> !day.isAfter(t)).orElse(true);
    }
}
