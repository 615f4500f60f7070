package org.precedent.web.correction;

import java.util.List;
import java.util.Optional;

/**
 * View model of the corrections of one determination: the values that can be corrected, and the corrections made so far.
 *
 * @param id ID of the determination
 * @param name its case number, or the ID if it has none
 * @param href path of its page
 * @param parts its values, grouped by issue and by the determination as a whole
 * @param form form for the selected value; empty when none is selected
 * @param history corrections, newest first
 */
public record CorrectionView(
        String id, String name, String href, List<Part> parts, Optional<Form> form, List<CorrectionEntry> history) {
    public CorrectionView {
        parts = List.copyOf(parts);
        history = List.copyOf(history);
    }

    /**
     * A group of related values.
     *
     * @param anchor anchor in the page
     * @param title {@code Issue 2: MRI of the neck}
     * @param values in the order of the fields
     */
    public record Part(String anchor, String title, List<Value> values) {}

    /**
     * A value that can be corrected.
     *
     * @param label name of the field
     * @param text the value as text
     * @param href path that opens its form
     */
    public record Value(String label, String text, String href) {}

    /**
     * Form for one value.
     *
     * @param heading heading of the form: {@code Issue 2: Body region}
     * @param issue issue number; 0 for a value of the determination
     * @param field key of the field
     * @param input kind of input: {@code CHOICE}, {@code TERMS}, {@code READ}, {@code TEXT}, {@code DATE}
     * @param values current and allowed values
     * @param entered input of the user that was rejected, or the current values
     */
    public record Form(String heading, int issue, String field, String input, Values values, Entered entered) {}

    /**
     * Current and allowed values of a field.
     *
     * @param present current values
     * @param choices allowed values from the vocabulary; empty for free text
     * @param mayBeAbsent whether "not stated" is allowed
     */
    public record Values(List<String> present, List<String> choices, boolean mayBeAbsent) {}

    /**
     * Input of the user.
     *
     * @param values entered values
     * @param reason entered reason
     * @param problem error message; empty for none
     */
    public record Entered(List<String> values, String reason, String problem) {
        /** Initial state of a form: the current values, no reason and no error. */
        static Entered of(List<String> present) {
            return new Entered(present, "", "");
        }

        /** Whether the value is selected. */
        public boolean has(String value) {
            return values.contains(value);
        }

        /** Entered values that are not current values, padded with empty strings to at least three for the input fields. */
        public List<String> additionalValues(List<String> present) {
            var typed = new java.util.ArrayList<>(
                    values.stream().filter(v -> !present.contains(v)).toList());
            while (typed.size() < 3) {
                typed.add("");
            }
            return List.copyOf(typed);
        }
    }
}
