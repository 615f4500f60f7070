package org.precedent.search.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.Span;
import org.precedent.search.facet.DateRange;
import org.precedent.search.query.CalendarPeriod;

/**
 * Finds years, months and date ranges in the text of a query: {@code 2017}, {@code Feb 2017}, {@code since 2016},
 * {@code 2015-2017}, {@code between March 2016 and 05/2017}. A year before 2013, when IMR began, is treated as a plain number.
 */
public final class DateMentions {
    /** In every date; a search for it spares most texts the pattern. */
    private static final String CENTURY = "20";

    private static final String YEAR = CENTURY + "(?:1[3-9]|[2-9][0-9])";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String POINT = "(?:" + MONTH + "\\.?,?\\s{1,3})?" + YEAR + "|(?:0?[1-9]|1[0-2])/" + YEAR + "|"
            + YEAR + "-(?:0[1-9]|1[0-2])";
    private static final String NO_WORD_BEFORE = "(?<![\\w./-])";
    private static final String NO_WORD_AFTER = "(?![\\w/-]|\\.[0-9])";
    private static final Pattern MENTION = Pattern.compile(
            NO_WORD_BEFORE
                    + "(?:decided\\s{1,3})?"
                    + "(?:(?<open>since|after|from|before|until|till|through|by|in|during|between)\\s{1,3})?"
                    + "(?<first>" + POINT + ")"
                    + "(?:\\s{0,3}(?:-|\u2013|\\.\\.|to|and|until|through)\\s{0,3}(?<second>" + POINT + "))?"
                    + NO_WORD_AFTER,
            Pattern.CASE_INSENSITIVE);

    private DateMentions() {}

    /**
     * A date or range in a text.
     *
     * @param at its position, including its preposition
     * @param year the year, if it is a single calendar year; empty for a month or a range
     * @param range its first and last day
     */
    public record DateMention(Span at, Optional<String> year, DateRange range) {}

    /**
     * The dates in a text, in text order; empty when it has none.
     */
    public static List<DateMention> list(String text) {
        var mentions = new ArrayList<DateMention>();
        if (!text.contains(CENTURY)) {
            return mentions;
        }
        var matcher = MENTION.matcher(text);
        while (matcher.find()) {
            range(matcher)
                    .ifPresent(r ->
                            mentions.add(new DateMention(new Span(matcher.start(), matcher.end()), year(matcher), r)));
        }
        return mentions;
    }

    private static Optional<String> year(Matcher matcher) {
        var first = matcher.group("first");
        boolean within = !List.of("since", "after", "from", "before", "until", "till", "through", "by")
                .contains(preposition(matcher));
        return matcher.group("second") == null && within && first.matches(YEAR) ? Optional.of(first) : Optional.empty();
    }

    private static Optional<DateRange> range(Matcher matcher) {
        var first = period(matcher.group("first"));
        var second = matcher.group("second");
        if (second != null) {
            return first.flatMap(f ->
                    period(second).filter(s -> !s.last().isBefore(f.first())).map(s -> days(f.first(), s.last())));
        }
        return first.map(f -> switch (preposition(matcher)) {
            case "since", "from" -> days(f.first(), null);
            case "after" -> days(f.last().plusDays(1), null);
            case "before" -> days(null, f.first().minusDays(1));
            case "until", "till", "through", "by" -> days(null, f.last());
            default -> days(f.first(), f.last());
        });
    }

    private static String preposition(Matcher matcher) {
        var open = matcher.group("open");
        return open == null ? "" : open.toLowerCase(Locale.ROOT);
    }

    private static DateRange days(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new DateRange(Optional.ofNullable(from), Optional.ofNullable(to));
    }

    private static Optional<CalendarPeriod> period(String point) {
        var lower = point.toLowerCase(Locale.ROOT);
        var year = lower.contains("-") ? "" : lower.substring(lower.length() - 4);
        if (year.isEmpty() || lower.equals(year)) {
            return CalendarPeriod.parse(lower);
        }
        return Character.isDigit(lower.charAt(0))
                ? CalendarPeriod.parse(year + "-" + lower.substring(0, lower.indexOf('/')))
                : CalendarPeriod.parse(year + "-" + (MONTHS.indexOf(lower.substring(0, 3)) / 3 + 1));
    }
}
