package org.precedent.web.saved;

import java.util.List;
import org.precedent.web.view.DateView;
import org.precedent.web.view.PageLink;

/**
 * View model of a browser's saved searches.
 *
 * @param entries newest first
 * @param notice message about the change just made; empty for none
 */
public record SavedListView(List<Entry> entries, String notice) {
    public SavedListView {
        entries = List.copyOf(entries);
    }

    /**
     * One saved search.
     *
     * @param id ID of the saved search
     * @param name name given by the owner
     * @param note note of the owner
     * @param search description of the search, linked to it
     * @param created when it was saved
     * @param openedLabel day it was last opened; {@code not yet} before the first time
     * @param fresh number of determinations that are new since it was saved or last marked as seen, with the noun; empty when not counted
     */
    public record Entry(
            String id, String name, Note note, PageLink search, DateView created, String openedLabel, String fresh) {}

    /**
     * Note of a saved search.
     *
     * @param text may be empty
     * @param shared whether everyone with the link can read it
     */
    public record Note(String text, boolean shared) {}
}
