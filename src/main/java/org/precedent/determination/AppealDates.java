package org.precedent.determination;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Deadlines for appealing a determination, calculated from the decision date. A verified appeal is due within 30 days of mailing (Labor
 * Code 4610.6(h)). The Appeals Board adds 5 days because the determination is served by mail within California: <i>Matute v. Los Angeles
 * Unified School District</i> (en banc), by Code of Civil Procedure 1013(a); the Board's own rule for service by mail is 8 CCR 10605(a)(1),
 * which was 10507 until 2019. A determination does not state its mailing date, which can be later than the decision date. A deadline on a
 * weekend moves to the following Monday; holidays are not taken into account.
 *
 * @param from the decision date, from which the deadlines are counted
 * @param served the deadline 30 days later
 * @param mailed the deadline 35 days later
 */
public record AppealDates(LocalDate from, LocalDate served, LocalDate mailed) {
    private static final int DAYS = 30;
    private static final int BY_MAIL = 5;

    /**
     * Calculates the deadlines of a determination; empty if it states no decision date.
     */
    public static Optional<AppealDates> of(Determination determination) {
        return determination.header().dates().decided().map(Located::value).map(AppealDates::after);
    }

    static AppealDates after(LocalDate decided) {
        return new AppealDates(decided, workday(decided.plusDays(DAYS)), workday(decided.plusDays(DAYS + BY_MAIL)));
    }

    private static LocalDate workday(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }
}
