package org.precedent.correction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.precedent.determination.Finding;

/**
 * The fields of a determination that can be corrected, in display order.
 */
public enum CorrectedField {
    DECISION("Decision", Input.CHOICE),
    REQUEST("Request", Input.TEXT),
    REGION("Body region", Input.TERMS),
    LATERALITY("Side", Input.CHOICE),
    MODALITY("Imaging modality", Input.TERMS),
    TREATMENT("Treatment", Input.CHOICE),
    ITEM("Item", Input.TERMS),
    GUIDELINE("Guideline the reviewer relied on", Input.TERMS),
    REASON("Ground of the decision", Input.READ),
    DECIDED("Decided", Input.DATE),
    INJURY("Date of injury", Input.DATE),
    UTILIZATION_REVIEW("UR denial date", Input.DATE),
    RECEIVED("Application received", Input.DATE),
    ASSIGNED("Assigned", Input.DATE),
    SPECIALTY("Reviewer specialty", Input.TERMS);

    private final String label;
    private final Input input;

    CorrectedField(String label, Input input) {
        this.label = label;
        this.input = input;
    }

    /** How a value is given. */
    public enum Input {
        /** One of a few. */
        CHOICE,
        /** Any number of terms. */
        TERMS,
        /** Some of those that were read: others have no sentence that gives them. */
        READ,
        /** Free text. */
        TEXT,
        /** A day as {@code 2016-12-09}. */
        DATE
    }

    /**
     * The name for people: {@code Body region}.
     */
    public String label() {
        return label;
    }

    /**
     * The name in forms and files: {@code utilization-review}.
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The field of that key; empty when there is none.
     */
    public static Optional<CorrectedField> findByKey(String key) {
        return Stream.of(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /**
     * The fields of an issue, or those of a determination as a whole.
     */
    public static List<CorrectedField> ofIssue(boolean issue) {
        return Arrays.stream(values())
                .filter(field -> field.isOfIssue() == issue)
                .toList();
    }

    /**
     * Whether each issue has one.
     */
    public boolean isOfIssue() {
        return compareTo(DECIDED) < 0;
    }

    /**
     * Whether it can be not stated.
     */
    public boolean mayBeAbsent() {
        return this != DECISION && this != REQUEST && this != TREATMENT;
    }

    /**
     * Whether it can have several values.
     */
    public boolean isMultiple() {
        return input == Input.TERMS || input == Input.READ;
    }

    /**
     * How a value is given.
     */
    public Input input() {
        return input;
    }

    /**
     * Whether a finding was made from the value that is replaced, and no longer holds.
     */
    boolean dependsOn(Finding.Kind kind) {
        return dependent().contains(kind);
    }

    private Set<Finding.Kind> dependent() {
        return switch (this) {
            case DECISION -> Set.of(Finding.Kind.DECISION_CONTRADICTED);
            case REGION -> Set.of(Finding.Kind.RATIONALE_ON_OTHER_REGION, Finding.Kind.GUIDELINE_OF_OTHER_REGION);
            case MODALITY -> Set.of(Finding.Kind.RATIONALE_ON_OTHER_MODALITY);
            case GUIDELINE -> Set.of(Finding.Kind.GUIDELINE_OF_OTHER_REGION, Finding.Kind.REPLACED_EDITION);
            case DECIDED -> Set.of(Finding.Kind.SERVICE_AFTER_DECISION, Finding.Kind.REPLACED_EDITION);
            case TREATMENT, SPECIALTY -> Set.of(Finding.Kind.SPECIALTY_FAR_FROM_TREATMENT);
            case REQUEST, LATERALITY, ITEM, REASON, INJURY, UTILIZATION_REVIEW, RECEIVED, ASSIGNED -> Set.of();
        };
    }
}
