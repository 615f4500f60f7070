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

    /** How the value of a field is entered. */
    public enum Input {
        /** One value from a fixed list. */
        CHOICE,
        /** Any number of vocabulary terms. */
        TERMS,
        /**
         * A subset of the values the parser read; a value can be removed, but not added, because no sentence of the text would support it.
         */
        READ,
        /** Free text. */
        TEXT,
        /** An ISO date, such as {@code 2016-12-09}. */
        DATE
    }

    /**
     * Returns the display name, such as {@code Body region}.
     */
    public String label() {
        return label;
    }

    /**
     * Returns the key used in forms and files, such as {@code utilization-review}.
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the field with the given key; empty if there is none.
     */
    public static Optional<CorrectedField> findByKey(String key) {
        return Stream.of(values()).filter(field -> field.key().equals(key)).findFirst();
    }

    /**
     * Returns the fields of an issue if {@code issue} is true, otherwise the fields of the determination as a whole.
     */
    public static List<CorrectedField> ofIssue(boolean issue) {
        return Arrays.stream(values())
                .filter(field -> field.isOfIssue() == issue)
                .toList();
    }

    /**
     * Whether this is a field of each issue rather than of the determination as a whole.
     */
    public boolean isOfIssue() {
        return compareTo(DECIDED) < 0;
    }

    /**
     * Whether the field may be empty, meaning that the determination does not state it.
     */
    public boolean mayBeAbsent() {
        return this != DECISION && this != REQUEST && this != TREATMENT;
    }

    /**
     * Whether the field can have several values.
     */
    public boolean isMultiple() {
        return input == Input.TERMS || input == Input.READ;
    }

    /**
     * How the value of this field is entered.
     */
    public Input input() {
        return input;
    }

    /**
     * Whether findings of this kind are derived from this field and must be dropped when its value is corrected.
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
