package org.precedent.web.correction;

import org.precedent.web.view.DateView;

/**
 * View model of a correction.
 *
 * @param id ID of the correction
 * @param place the corrected field
 * @param read the extracted value
 * @param value the corrected value
 * @param reason reason for the correction
 * @param made when the correction was made
 * @param state whether the correction is applied
 */
public record CorrectionEntry(
        String id, Place place, String read, String value, String reason, DateView made, State state) {
    /**
     * The corrected field.
     *
     * @param determination display name of the determination
     * @param href path of its page, with the anchor of the issue
     * @param label {@code Issue 2, body region}
     */
    public record Place(String determination, String href, String label) {}

    /**
     * Whether a correction is applied.
     *
     * @param label display label: {@code In force}
     * @param inForce whether the correction has not been withdrawn
     */
    public record State(String label, boolean inForce) {}
}
