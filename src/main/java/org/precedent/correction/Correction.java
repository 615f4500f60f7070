package org.precedent.correction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A manual correction of an extracted value of a determination.
 *
 * @param id identifies the correction
 * @param place the corrected field
 * @param values the corrected values; empty for "not stated", more than one only for a field with several values
 * @param read the values as parsed when the correction was made; empty for "not stated"
 * @param reason the reason given for the correction, as free text
 * @param made when it was made
 * @param withdrawn when it was withdrawn or superseded; empty while it is in force
 */
public record Correction(
        String id,
        Place place,
        List<String> values,
        List<String> read,
        String reason,
        Instant made,
        Optional<Instant> withdrawn) {
    /** Maximum length of a value, in characters. */
    public static final int MAX_VALUE = 4_000;

    /** Maximum number of values of one field. */
    public static final int MAX_VALUES = 20;

    /** Maximum length of a reason, in characters. */
    public static final int MAX_REASON = 1_000;

    public Correction {
        values = List.copyOf(values);
        read = List.copyOf(read);
    }

    /**
     * Identifies a field of a determination or of one of its issues.
     *
     * @param determination the determination's id
     * @param issue number of the issue; 0 for a field of the determination as a whole
     * @param field the field
     */
    public record Place(String determination, int issue, CorrectedField field) {
        public Place {
            if (issue < 0 || field.isOfIssue() != issue > 0) {
                throw new IllegalArgumentException(field.key() + ": issue " + issue + " has no such value");
            }
        }
    }

    /**
     * Whether the correction is in force, that is, not withdrawn.
     */
    public boolean isInForce() {
        return withdrawn.isEmpty();
    }

    /**
     * Describes the correction in one sentence, without a final period: {@code Body region corrected by hand from "Hip" to "Knee": …}.
     */
    public String sentence() {
        return place.field().label() + " corrected by hand from " + quoted(read) + " to " + quoted(values) + ": "
                + reason;
    }

    private static String quoted(List<String> values) {
        return values.isEmpty()
                ? "not stated"
                : values.stream().map(v -> "“" + v + "”").collect(Collectors.joining(", "));
    }
}
