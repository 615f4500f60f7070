package org.precedent.web.saved;

import java.util.List;
import org.precedent.web.view.DateView;
import org.precedent.web.view.PageLink;

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
     * @param note given by the person
     * @param search the search in words, with its address
     * @param created when it was saved
     * @param openedLabel the day it was last opened; {@code not yet} before the first time
     * @param fresh how many determinations are new since it was saved or all was marked as seen, with the noun; empty when not counted
     */
    public record Entry(
            String id, String name, Note note, PageLink search, DateView created, String openedLabel, String fresh) {}

    /**
     * A note.
     *
     * @param text may be empty
     * @param shared whether everyone with the link reads it
     */
    public record Note(String text, boolean shared) {}
}
