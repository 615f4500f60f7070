package org.precedent.parse.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses dates in the formats used in determinations: {@code 11/09/2016}, {@code 10-19-16}, {@code 7.3.14}, {@code July 17, 2014}.
 */
public final class DateText {
    /** Earliest plausible year; dates of injury can be decades old. */
    private static final int FIRST_YEAR = 1940;

    private static final int LAST_YEAR = 2060;

    public static final Pattern DATE = Pattern.compile(
            "(?=[\\dA-Z])(?<![\\d/.-])(?:(?<m>\\d{1,2})(?<sep>[/.-])(?<d>\\d{1,2})\\k<sep>(?<y>\\d{4}|\\d{2})"
                    + "|(?<month>[A-Z][a-z]{2,8})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4}))(?![\\d/-])");

    private DateText() {}

    /**
     * Returns the date of a match of {@link #DATE}; empty if it is not a valid date.
     */
    public static Optional<LocalDate> read(Matcher match) {
        try {
            return match.group("month") == null
                    ? date(number(match.group("y")), number(match.group("m")), number(match.group("d")))
                    : month(match.group("month"))
                            .flatMap(m -> date(number(match.group("year")), m, number(match.group("day"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        int full = year >= 100 ? year : year < 60 ? 2000 + year : 1900 + year;
        return full < FIRST_YEAR || full > LAST_YEAR ? Optional.empty() : Optional.of(LocalDate.of(full, month, day));
    }

    private static Optional<Integer> month(String name) {
        var upper = name.toUpperCase(Locale.ROOT);
        for (var month : Month.values()) {
            if (month.name().startsWith(upper)) {
                return Optional.of(month.getValue());
            }
        }
        return Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
