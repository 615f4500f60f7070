package org.precedent.web.search;

import java.util.List;
import java.util.Optional;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.PageLink;

/**
 * View of one facet in the filter rail.
 *
 * @param name query parameter, also the HTML anchor
 * @param label display name
 * @param open whether it is initially expanded
 * @param active number of selected or excluded values
 * @param pinned selected and excluded values
 * @param rows other values, in tree order
 * @param all link to the page of all values; empty if {@code rows} has them all
 */
public record FacetView(
        String name, String label, boolean open, int active, List<Row> pinned, List<Row> rows, Optional<PageLink> all) {
    public FacetView {
        pinned = List.copyOf(pinned);
        rows = List.copyOf(rows);
    }

    /**
     * State of a value in the filter.
     */
    public enum State {
        OFFERED,
        CHOSEN,
        EXCLUDED,
        /** A value without results. */
        EMPTY
    }

    /**
     * A value of a facet.
     *
     * @param label display name; {@code not stated} for a missing value
     * @param depth depth in the tree, 0 at the top
     * @param issues number of issues a click finds, formatted
     * @param letters number of determinations a click finds, formatted with the noun
     * @param state whether the value is selected, excluded or neither
     * @param href URL that selects the value, or removes it if it is selected or excluded
     * @param exclusion form field that excludes the value
     */
    public record Row(
            String label, int depth, String issues, String letters, State state, String href, HiddenField exclusion) {
        /** CSS classes for depth and state; empty for a top-level value in the default state. */
        public String cssClass() {
            var words = switch (state) {
                case OFFERED -> "";
                case CHOSEN -> "chosen";
                case EXCLUDED -> "not";
                case EMPTY -> "empty";
            };
            return (depth == 0 ? words : "d" + depth + " " + words).strip();
        }

        /** Whether a click finds anything. */
        public boolean hasResults() {
            return state != State.EMPTY;
        }

        /** Whether the count is shown. */
        public boolean showsCount() {
            return state != State.EXCLUDED;
        }

        /** Whether the value can be excluded. */
        public boolean isExcludable() {
            return state == State.OFFERED;
        }

        /** Screen reader text that follows the value and its count; empty unless the value is selected or excluded. */
        public String screenReaderText() {
            return switch (state) {
                case OFFERED, EMPTY -> "";
                case CHOSEN -> " issues, chosen: remove";
                case EXCLUDED -> ", excluded: allow again";
            };
        }

        /** Returns this row with a link relative to the page at the given path. */
        Row on(String path) {
            return href.startsWith(path + "?")
                    ? new Row(label, depth, issues, letters, state, href.substring(path.length()), exclusion)
                    : this;
        }

        /** Returns this row with another label. */
        Row withLabel(String other) {
            return new Row(other, depth, issues, letters, state, href, exclusion);
        }
    }
}
