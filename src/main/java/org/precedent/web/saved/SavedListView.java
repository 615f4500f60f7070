package org.precedent.web.saved;

import java.util.List;

/**
 * View of a browser's saved searches.
 *
 * @param entries newest first
 * @param notice what a change just did, for people; empty for none
 */
public record SavedListView(List<Entry> entries, String notice) {
    public SavedListView {
        entries = List.copyOf(entries);
    }

    /**
     * One saved search.
     *
     * @param id of the saved search
     * @param name given by the person
     * @param note given by the person; may be empty
     * @param search in words what it looks for
     * @param searchHref the search itself
     * @param created ISO 8601
     * @param createdLabel the day for people
     * @param openedLabel the day it was last opened; {@code not yet} before the first time
     * @param fresh how many letters are new since it was saved or last opened, with the noun; empty when not counted
     */
    public record Entry(
            String id,
            String name,
            String note,
            String search,
            String searchHref,
            String created,
            String createdLabel,
            String openedLabel,
            String fresh) {}
}
