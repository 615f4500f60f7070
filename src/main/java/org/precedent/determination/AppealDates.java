package org.precedent.determination;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The last days of an appeal from a determination, as date arithmetic from the day of the decision: 30 days from mailing (Labor Code
 * 4610.6(h)), and 5 more where it was served by mail within California (8 CCR 10605(a)(1), Code of Civil Procedure 1013(a)). A letter
 * does not state the day it was mailed, which can be later. A last day on a weekend moves to the Monday (8 CCR 10600(b)); holidays are
 * not known here.
 *
 * @param from the day counted from
 * @param served the last day 30 days later
 * @param mailed the last day 35 days later
 */
public record AppealDates(LocalDate from, LocalDate served, LocalDate mailed) {
    private static final int DAYS = 30;
    private static final int BY_MAIL = 5;

    /**
     * Those of a determination; empty where it bears no decision date.
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
