package org.precedent.search;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days from one to another, both included; either end may be open.
 *
 * @param from first day; empty for "since ever"
 * @param to last day; empty for "until now"
 */
public record DateRange(Optional<LocalDate> from, Optional<LocalDate> to) {
    /** Every day, also letters without a date. */
    public static final DateRange ALWAYS = new DateRange(Optional.empty(), Optional.empty());

    /**
     * Whether the day lies in the range.
     */
    public boolean contains(LocalDate day) {
        return from.map(f -> !day.isBefore(f)).orElse(true)
                && to.map(t -> !day.isAfter(t)).orElse(true);
    }
}
