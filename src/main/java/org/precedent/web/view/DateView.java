package org.precedent.web.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A date in ISO format and in display format.
 *
 * @param iso {@code 2014-07-08}
 * @param label {@code Jul 8, 2014}
 */
public record DateView(String iso, String label) {
    public static DateView of(LocalDate day) {
        return new DateView(day.toString(), PageText.day(day));
    }

    public static DateView of(Instant instant) {
        return of(instant.atZone(ZoneOffset.UTC).toLocalDate());
    }
}
