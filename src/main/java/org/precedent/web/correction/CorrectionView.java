package org.precedent.web.correction;

import java.util.List;
import java.util.Optional;

/**
 * View of the corrections of one determination: what was corrected, and what can be.
 *
 * @param id of the determination
 * @param name its case number, or the id where there is none
 * @param href its page
 * @param parts its values, those of each issue and those of the determination as a whole
 * @param form the form of the chosen value; empty while none is chosen
 * @param history corrections, newest first
 */
public record CorrectionView(
        String id, String name, String href, List<Part> parts, Optional<Form> form, List<CorrectionEntry> history) {
    public CorrectionView {
        parts = List.copyOf(parts);
        history = List.copyOf(history);
    }

    /**
     * Values that belong together.
     *
     * @param anchor in the page
     * @param title {@code Issue 2: MRI of the neck}
     * @param values in the order of the fields
     */
    public record Part(String anchor, String title, List<Value> values) {}

    /**
     * A value.
     *
     * @param label the field
     * @param text what it is
     * @param href opens the form
     */
    public record Value(String label, String text, String href) {}

    /**
     * A form for one value.
     *
     * @param heading of the form: {@code Issue 2: Body region}
     * @param issue number of the issue; 0 for a value of the determination
     * @param field key of the field
     * @param input how a value is given: {@code CHOICE}, {@code TERMS}, {@code READ}, {@code TEXT}, {@code DATE}
     * @param values what there is to choose from
     * @param entered what was entered and could not be kept
     */
    public record Form(String heading, int issue, String field, String input, Values values, Entered entered) {}

    /**
     * What there is to choose from.
     *
     * @param present the values as they are now
     * @param choices the values of the vocabulary; empty where any may be typed
     * @param mayBeAbsent whether it may be not stated
     */
    public record Values(List<String> present, List<String> choices, boolean mayBeAbsent) {}

    /**
     * What was entered.
     *
     * @param values the values
     * @param reason the reason
     * @param wrong what is wrong with it; empty when nothing is
     */
    public record Entered(List<String> values, String reason, String wrong) {
        /** Nothing was entered yet. */
        static Entered of(List<String> present) {
            return new Entered(present, "", "");
        }

        /** Whether a value was chosen. */
        public boolean has(String value) {
            return values.contains(value);
        }

        /** What was typed in addition to the existing values; room for three. */
        public List<String> further(List<String> present) {
            var typed = new java.util.ArrayList<>(
                    values.stream().filter(v -> !present.contains(v)).toList());
            while (typed.size() < 3) {
                typed.add("");
            }
            return List.copyOf(typed);
        }
    }
}
