package org.precedent.web.search;

import java.util.List;
import java.util.Optional;
import org.precedent.web.view.HiddenField;
import org.precedent.web.view.PageLink;

/**
 * View of one facet in the filter rail.
 *
 * @param name its parameter, which is also its anchor
 * @param label its name for people
 * @param open whether it is unfolded at first
 * @param active how many of its values are chosen or left out
 * @param pinned the chosen and the excluded values
 * @param rows the values offered, in tree order
 * @param all the page of all values, where there are more than the rows
 */
public record FacetView(
        String name, String label, boolean open, int active, List<Row> pinned, List<Row> rows, Optional<PageLink> all) {
    public FacetView {
        pinned = List.copyOf(pinned);
        rows = List.copyOf(rows);
    }

    /**
     * State of a value.
     */
    public enum State {
        OFFERED,
        CHOSEN,
        EXCLUDED,
        /** Known, but nothing would be found. */
        EMPTY
    }

    /**
     * One value.
     *
     * @param label for people, {@code not stated} for the missing
     * @param depth how deep in the tree, 0 at the top
     * @param issues what the click finds, in issues, printed
     * @param letters the same in letters, printed with the noun
     * @param state whether it is selected or excluded
     * @param href adds the value, or takes it away where it is chosen or excluded
     * @param exclusion the parameter that leaves the value out
     */
    public record Row(
            String label, int depth, String issues, String letters, State state, String href, HiddenField exclusion) {
        /** The classes of its depth and state; empty for an offered value at the top. */
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

        /** Whether its number is shown. */
        public boolean showsCount() {
            return state != State.EXCLUDED;
        }

        /** Whether it can be left out. */
        public boolean isExcludable() {
            return state == State.OFFERED;
        }

        /** What is heard after the value and its number, where it is not merely offered. */
        public String screenReaderText() {
            return switch (state) {
                case OFFERED, EMPTY -> "";
                case CHOSEN -> " issues, chosen: remove";
                case EXCLUDED -> ", excluded: allow again";
            };
        }

        /** The same with a shorter link, for a page at that path. */
        Row on(String path) {
            return href.startsWith(path + "?")
                    ? new Row(label, depth, issues, letters, state, href.substring(path.length()), exclusion)
                    : this;
        }

        /** The same under another name. */
        Row withLabel(String other) {
            return new Row(other, depth, issues, letters, state, href, exclusion);
        }
    }
}
