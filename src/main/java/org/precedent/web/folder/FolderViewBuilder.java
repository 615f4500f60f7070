package org.precedent.web.folder;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.precedent.determination.LegalCitation;
import org.precedent.determination.Located;
import org.precedent.determination.Reason;
import org.precedent.saved.Folder;
import org.precedent.web.view.DecisionView;
import org.precedent.web.view.ExportFormat;
import org.precedent.web.view.MailLine;
import org.precedent.web.view.PageAddress;
import org.precedent.web.view.PageLink;
import org.precedent.web.view.PageText;

/**
 * Builds the view models of folders and trays.
 *
 * @param folder the folder
 * @param contents its issues with their current content in the index
 * @param isOwner whether the user owns it
 */
record FolderViewBuilder(Folder folder, FolderContents contents, boolean isOwner) {
    private static final int MIN_COMPARED = 2;
    private static final int MAX_COMPARED = 4;

    /**
     * Builds the view model.
     *
     * @param path path of the page, including the query when the issues are in the URL
     * @param link absolute URL of the page; empty for a tray
     * @param folders the user's other folders
     * @param mail alert recipients; empty when none can be added
     */
    FolderView build(String path, String link, List<Folder> folders, Optional<List<MailLine>> mail) {
        return new FolderView(
                new FolderView.Cover(
                        folder.id(),
                        folder.cover().name(),
                        folder.note(isOwner).orElse(""),
                        folder.cover().notesShared(),
                        PageText.day(LocalDate.ofInstant(folder.created(), ZoneOffset.UTC))),
                new FolderView.Access(isOwner, link),
                contents.entries().stream().map(this::entry).toList(),
                ExportFormat.links(ending -> path.replaceFirst("(\\?|$)", ending + "$1")),
                compare(),
                folders.stream()
                        .map(f -> new PageLink(f.cover().name(), f.id()))
                        .toList(),
                mail);
    }

    private FolderView.Entry entry(FolderContents.Entry entry) {
        var key = entry.item().key();
        return new FolderView.Entry(
                entry.item().id(),
                key.toString(),
                key.determination() + ", issue " + key.issue(),
                folder.showsNotes(isOwner) ? entry.item().note() : "",
                state(entry),
                entry.found().map(FolderViewBuilder::content));
    }

    private static String state(FolderContents.Entry entry) {
        if (entry.found().isEmpty()) {
            return "No longer in the index";
        }
        return entry.changed() ? "Changed since it was added" : "";
    }

    private static FolderView.Content content(FolderContents.Found found) {
        var letter = found.letter().determination();
        var issue = found.issue();
        return new FolderView.Content(
                PageAddress.issuePath(letter.id(), issue.number()),
                issue.request().value(),
                DecisionView.of(issue.decision().value()),
                letter.header()
                        .dates()
                        .decided()
                        .map(Located::value)
                        .map(PageText::day)
                        .orElse(""),
                issue.reasons().stream().map(Reason::label).collect(Collectors.joining(" · ")),
                LegalCitation.of(letter, issue).plain());
    }

    private Optional<String> compare() {
        var present = contents.entries().stream()
                .filter(entry -> entry.found().isPresent())
                .map(entry -> entry.item().key())
                .toList();
        return present.size() < MIN_COMPARED || present.size() > MAX_COMPARED
                ? Optional.empty()
                : Optional.of(present.stream()
                        .map(key -> PageAddress.compareParameter(key.determination(), key.issue()))
                        .collect(Collectors.joining("&", "/compare?", "")));
    }
}
