package org.precedent.determination;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The dates of a case; each is empty if the determination does not state it.
 *
 * @param assigned when the case was assigned to the reviewer
 * @param injury the date of injury
 * @param decided when the determination was made
 * @param utilizationReview when utilization review denied the request
 * @param received when the application for review was received
 */
public record Dates(
        Optional<Located<LocalDate>> assigned,
        Optional<Located<LocalDate>> injury,
        Optional<Located<LocalDate>> decided,
        Optional<Located<LocalDate>> utilizationReview,
        Optional<Located<LocalDate>> received) {
    /**
     * No dates stated.
     */
    public static final Dates NONE =
            new Dates(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
