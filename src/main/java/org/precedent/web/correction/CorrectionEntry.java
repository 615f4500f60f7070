package org.precedent.web.correction;

import org.precedent.web.view.DateView;

/**
 * View of a correction.
 *
 * @param id names it
 * @param place where in which determination
 * @param read what was read
 * @param value what it was corrected to
 * @param reason why
 * @param made when
 * @param state whether it shows
 */
public record CorrectionEntry(
        String id, Place place, String read, String value, String reason, DateView made, State state) {
    /**
     * The corrected value.
     *
     * @param determination name of the determination
     * @param href its page, at the issue
     * @param label {@code Issue 2, body region}
     */
    public record Place(String determination, String href, String label) {}

    /**
     * Whether a correction shows.
     *
     * @param label for people: {@code In force}
     * @param inForce whether it can be withdrawn
     */
    public record State(String label, boolean inForce) {}
}
