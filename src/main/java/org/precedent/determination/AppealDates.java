package org.precedent.determination;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The last days of an appeal from a determination, as date arithmetic from the day of the decision. A verified appeal is due within 30
 * days of mailing (Labor Code 4610.6(h)). The Appeals Board adds 5 days because the determination is served by mail within California:
 * <i>Matute v. Los Angeles Unified School District</i> (en banc), by Code of Civil Procedure 1013(a); the Board's own rule for service
 * by mail is 8 CCR 10605(a)(1), which was 10507 until 2019. A letter does not state the day it was mailed, which can be later than the
 * decision. A last day on a weekend is moved to the Monday; holidays are not known here.
 *
 * @param from the day counted from
 * @param served the last day 30 days later
 * @param mailed the last day 35 days later
 */
public record AppealDates(LocalDate from, LocalDate served, LocalDate mailed) {
    private static final int DAYS = 30;
    private static final int BY_MAIL = 5;

    /**
     * Those of a determination; empty where it has no decision date.
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
