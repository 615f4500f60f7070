package org.precedent.determination;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealDatesTest {
    @ParameterizedTest
    @CsvSource({
        // the 30th day is a Sunday, the 35th a Friday
        "2016-12-09, 2017-01-09, 2017-01-13",
        // the 30th day is a Saturday
        "2017-02-23, 2017-03-27, 2017-03-30",
        // spans February 29 of a leap year
        "2016-02-01, 2016-03-02, 2016-03-07",
        "2014-07-08, 2014-08-07, 2014-08-12",
    })
    void addsThirtyDaysAndFiveByMail(LocalDate decided, LocalDate served, LocalDate mailed) {
        assertEquals(new AppealDates(decided, served, mailed), AppealDates.after(decided));
    }
}
