package org.precedent.search.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day, month or year as people write it, resolved to its first and last day.
 *
 * @param first the first day
 * @param last the last day
 */
public record CalendarPeriod(LocalDate first, LocalDate last) {
    private static final Pattern ISO = Pattern.compile("([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?");
    private static final Pattern AMERICAN = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})");

    /**
     * Reads {@code 2016}, {@code 2016-12}, {@code 2016-12-09} or {@code 12/09/2016}; empty for anything else.
     */
    public static Optional<CalendarPeriod> parse(String text) {
        try {
            var american = AMERICAN.matcher(text);
            if (american.matches()) {
                return Optional.of(day(american.group(3), american.group(1), american.group(2)));
            }
            var iso = ISO.matcher(text);
            return iso.matches() ? Optional.of(days(iso.group(1), iso.group(2), iso.group(3))) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static CalendarPeriod days(String year, @Nullable String month, @Nullable String day) {
        if (month == null) {
            int y = Integer.parseInt(year);
            return new CalendarPeriod(LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31));
        }
        if (day == null) {
            var m = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
            return new CalendarPeriod(m.atDay(1), m.atEndOfMonth());
        }
        return day(year, month, day);
    }

    private static CalendarPeriod day(String year, String month, String day) {
        var d = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return new CalendarPeriod(d, d);
    }
}
