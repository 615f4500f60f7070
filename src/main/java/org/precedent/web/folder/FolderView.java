package org.precedent.web.folder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.MailLine;
import org.precedent.web.view.PageLink;

/**
 * View model of a folder or of a browser's tray.
 *
 * @param cover name and note
 * @param access what the current user may do
 * @param entries issues in the order they were added
 * @param exports download links of the issues
 * @param compare path of the comparison; empty unless there are two to four issues
 * @param folders the user's folders that the tray can be moved to, with IDs as links
 * @param mail alert recipients; empty when the user does not own the folder or the server sends no mail
 */
public record FolderView(
        Cover cover,
        Access access,
        List<Entry> entries,
        List<PageLink> exports,
        Optional<String> compare,
        List<PageLink> folders,
        Optional<List<MailLine>> mail) {
    public FolderView {
        entries = List.copyOf(entries);
        exports = List.copyOf(exports);
        folders = List.copyOf(folders);
    }

    /**
     * Name and note of a folder.
     *
     * @param id ID of the folder
     * @param name empty for a tray
     * @param note empty when there is none or the user may not read it
     * @param notesShared whether everyone with the link can read the notes
     * @param created creation date, as displayed
     */
    public record Cover(String id, String name, String note, boolean notesShared, String created) {}

    /**
     * What the current user may do.
     *
     * @param isOwner whether the user owns the folder
     * @param link absolute URL for sharing; empty for a tray
     */
    public record Access(boolean isOwner, String link) {}

    /**
     * An issue in a folder.
     *
     * @param item ID of the entry in the folder
     * @param key key of the issue: {@code CM16-0213037:2}
     * @param name name of the determination with the number of the issue
     * @param note empty when there is none or the user may not read it
     * @param state {@code Changed since you added it}, {@code No longer in the index}, or empty
     * @param content current content in the index; empty when it is no longer there
     */
    public record Entry(String item, String key, String name, String note, String state, Optional<Content> content) {}

    /**
     * Current content of an issue in the index.
     *
     * @param href path of the issue
     * @param request the disputed item
     * @param decision badge of the decision
     * @param decided decision date, as displayed; empty when not stated
     * @param reasons labels, joined; may be empty
     * @param citation citation of the issue
     */
    public record Content(
            String href, String request, DecisionView decision, String decided, String reasons, String citation) {}

    /**
     * Citations of the issues that are in the index, one per line.
     */
    public String citations() {
        return entries.stream()
                .flatMap(entry -> entry.content().stream())
                .map(Content::citation)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Number of issues with the noun: {@code 3 issues}.
     */
    public String count() {
        return entries.size() == 1 ? "1 issue" : entries.size() + " issues";
    }
}
