package org.precedent.search.facet;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A range of days, both ends included; either end may be open.
 *
 * @param from first day; empty for no lower bound
 * @param to last day; empty for no upper bound
 * @param back number of days before today, if {@code from} was given relative to today and therefore moves every day; otherwise empty
 */
public record DateRange(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Integer> back) {
    /** No bounds; also includes determinations without a date. */
    public static final DateRange ALWAYS = new DateRange(Optional.empty(), Optional.empty());

    /**
     * A range with fixed ends.
     */
    public DateRange(Optional<LocalDate> from, Optional<LocalDate> to) {
        this(from, to, Optional.empty());
    }

    /**
     * The range that starts the given number of days before today, with no upper bound.
     */
    public static DateRange lastDays(int days, LocalDate today) {
        return new DateRange(Optional.of(today.minusDays(days)), Optional.empty(), Optional.of(days));
    }

    /**
     * Whether the day is in the range.
     */
    public boolean contains(LocalDate day) {
        return from.map(f -> !day.isBefore(f)).orElse(true)
                && to.map(t -> !day.isAfter(t)).orElse(true);
    }
}
