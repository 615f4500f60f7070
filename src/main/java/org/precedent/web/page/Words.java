package org.precedent.web.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.precedent.search.DateRange;

/**
 * Numbers, dates and plurals as pages print them.
 */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String range(DateRange range) {
        return range.back().map(n -> "last " + count(n, "day") + ", ").orElse("") + days(range);
    }

    private static String days(DateRange range) {
        if (range.from().isPresent() && range.to().isPresent()) {
            return day(range.from().get()) + " – " + day(range.to().get());
        }
        return range.from()
                .map(d -> "from " + day(d))
                .orElseGet(() -> range.to().map(d -> "until " + day(d)).orElse("at any time"));
    }

    static String number(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    static String count(long number, String noun) {
        return number(number) + " " + (number == 1 ? noun : noun + "s");
    }
}
