package org.precedent.web.folder;

import java.util.List;

/**
 * View of a browser's folders.
 *
 * @param entries newest first
 */
public record FolderListView(List<Entry> entries) {
    public FolderListView {
        entries = List.copyOf(entries);
    }

    /**
     * A folder.
     *
     * @param href its page
     * @param name given by the person
     * @param note may be empty
     * @param count how many issues, with the noun
     */
    public record Entry(String href, String name, String note, String count) {}
}
