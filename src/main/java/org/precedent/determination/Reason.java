package org.precedent.determination;

/**
 * A reason for the decision on an issue, as stated in the rationale.
 *
 * @param code stable key of the reason vocabulary: {@code conservative-care-not-shown}
 * @param label display name of the code: {@code Conservative care not shown}
 * @param evidence the sentence of the rationale that states it
 */
public record Reason(String code, String label, Located<String> evidence) {}
