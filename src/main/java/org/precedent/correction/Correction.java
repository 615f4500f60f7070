package org.precedent.correction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A manual correction of an extracted value of a determination.
 *
 * @param id names the correction
 * @param place which value
 * @param values what it is; empty for not stated, more than one only for a field of several values
 * @param read what it had been read as when the correction was made; empty for not stated
 * @param reason why, for people
 * @param made when it was made
 * @param withdrawn when it was withdrawn or replaced by another; empty while it is in force
 */
public record Correction(
        String id,
        Place place,
        List<String> values,
        List<String> read,
        String reason,
        Instant made,
        Optional<Instant> withdrawn) {
    /** The longest value, in characters. */
    public static final int MAX_VALUE = 4_000;

    /** The most values of one field. */
    public static final int MAX_VALUES = 20;

    /** The longest reason, in characters. */
    public static final int MAX_REASON = 1_000;

    public Correction {
        values = List.copyOf(values);
        read = List.copyOf(read);
    }

    /**
     * A value of a determination.
     *
     * @param determination the determination's id
     * @param issue number of the issue; 0 for a value of the determination as a whole
     * @param field which value
     */
    public record Place(String determination, int issue, CorrectedField field) {
        public Place {
            if (issue < 0 || field.isOfIssue() != issue > 0) {
                throw new IllegalArgumentException(field.key() + ": issue " + issue + " has no such value");
            }
        }
    }

    /**
     * Whether it has not been withdrawn.
     */
    public boolean isInForce() {
        return withdrawn.isEmpty();
    }

    /**
     * What was corrected, as one sentence without a full stop: {@code Body region corrected by hand from "Hip" to "Knee": …}.
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
