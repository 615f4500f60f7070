package org.precedent.web.folder;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.MailLine;
import org.precedent.web.view.PageLink;

/**
 * View of a folder or of a browser's tray.
 *
 * @param cover name and note
 * @param access what the reader may do
 * @param entries the issues in the order they were added
 * @param exports the issues as files
 * @param compare the comparison of the issues; empty where there are not two to four
 * @param folders the reader's folders that the tray can be moved to, with ids as links
 * @param mail addresses that get what is new; empty where the reader does not own it or the server sends no mail
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
     * Name and note.
     *
     * @param id of the folder
     * @param name empty for a tray
     * @param note empty when there is none or the reader may not see it
     * @param notesShared whether everyone with the link reads the notes
     * @param created when it was made, for people
     */
    public record Cover(String id, String name, String note, boolean notesShared, String created) {}

    /**
     * What the reader may do.
     *
     * @param mine whether the reader owns it
     * @param link absolute URL to send to others; empty for a tray
     */
    public record Access(boolean mine, String link) {}

    /**
     * An issue.
     *
     * @param item names the place in the folder
     * @param key names the issue: {@code CM16-0213037:2}
     * @param name the determination's name with the number
     * @param note empty when there is none or the reader may not see it
     * @param state {@code Changed since you added it}, {@code No longer in the index}, or empty
     * @param content the issue as the index has it; empty when it is no longer there
     */
    public record Entry(String item, String key, String name, String note, String state, Optional<Content> content) {}

    /**
     * An issue as the index has it.
     *
     * @param href its place
     * @param request the disputed item
     * @param decision its badge
     * @param decided for people; empty where not stated
     * @param reasons labels, joined; may be empty
     * @param citation how to cite it
     */
    public record Content(
            String href, String request, DecisionView decision, String decided, String reasons, String citation) {}

    /**
     * The citations of the issues that the index contains, one a line.
     */
    public String citations() {
        return entries.stream()
                .flatMap(entry -> entry.content().stream())
                .map(Content::citation)
                .collect(Collectors.joining("\n"));
    }

    /**
     * How many issues: {@code 3 issues}.
     */
    public String count() {
        return entries.size() == 1 ? "1 issue" : entries.size() + " issues";
    }
}
