package org.precedent.bench.letters;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The dates of a case, in chronological order.
 *
 * @param injury date of injury
 * @param review date of the utilization review denial
 * @param received date the IMR application was received
 * @param assigned date the reviewer was assigned
 * @param decided date of the determination
 * @param narrative format of dates in this letter's sentences
 */
record Days(
        LocalDate injury,
        LocalDate review,
        LocalDate received,
        LocalDate assigned,
        LocalDate decided,
        DateTimeFormatter narrative) {
    static final DateTimeFormatter HEADER = DateTimeFormatter.ofPattern("MM/dd/uuuu");

    private static final List<DateTimeFormatter> NARRATIVE = List.of(
            HEADER,
            DateTimeFormatter.ofPattern("MM-dd-uuuu"),
            DateTimeFormatter.ofPattern("M/d/uu"),
            DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US));

    static Days of(int year, RandomGenerator random) {
        var decided = LocalDate.ofYearDay(year, random.nextInt(1, 366));
        var assigned = decided.minusDays(random.nextInt(14, 40));
        var received = assigned.minusDays(random.nextInt(3, 14));
        var review = received.minusDays(random.nextInt(5, 35));
        long sinceInjury = 20 + (long) (4000 * Math.pow(random.nextDouble(), 2.5));
        var injury = review.minusDays(sinceInjury);
        return new Days(injury, review, received, assigned, decided, NARRATIVE.get(random.nextInt(NARRATIVE.size())));
    }

    /** A random date between injury and utilization review, in this letter's format. */
    String between(RandomGenerator random) {
        long day = random.nextLong(injury.toEpochDay(), review.toEpochDay() + 1);
        return narrative.format(LocalDate.ofEpochDay(day));
    }
}
