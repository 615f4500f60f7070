package org.precedent.web.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.LegalCitation;
import org.precedent.saved.Folder;
import org.precedent.web.view.PageAddress;

/**
 * Renders folders and trays as JSON.
 */
final class FolderJson {
    private FolderJson() {}

    /**
     * Renders a folder with the keys {@code id name note notesShared created issues}.
     *
     * @param mine whether the client owns it; for others, private notes are {@code null}
     */
    static Map<String, @Nullable Object> toMap(Folder folder, FolderContents contents, boolean mine) {
        var json = summary(folder, mine);
        json.put("issues", issues(folder, contents, mine));
        return json;
    }

    /** Renders a list of folders without their issues. */
    static Map<String, Object> list(List<Folder> folders) {
        return Map.of("folders", folders.stream().map(f -> summary(f, true)).toList());
    }

    /** Renders the issues of a tray. */
    static Map<String, Object> tray(Folder folder, FolderContents contents) {
        return Map.of("issues", issues(folder, contents, true));
    }

    private static Map<String, @Nullable Object> summary(Folder folder, boolean mine) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", folder.id());
        json.put("name", folder.cover().name());
        json.put("note", folder.note(mine).orElse(null));
        json.put("notesShared", folder.cover().notesShared());
        json.put("created", folder.created().toString());
        json.put("count", folder.issues().size());
        json.put("url", FolderPages.PATH + folder.id());
        return json;
    }

    private static List<Map<String, @Nullable Object>> issues(Folder folder, FolderContents contents, boolean mine) {
        return contents.entries().stream()
                .map(entry -> issue(entry, folder.showsNotes(mine)))
                .toList();
    }

    private static Map<String, @Nullable Object> issue(FolderContents.Entry entry, boolean notes) {
        var key = entry.item().key();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("item", entry.item().id());
        json.put("determination", key.determination());
        json.put("issue", key.issue());
        json.put("note", notes ? entry.item().note() : null);
        json.put("added", entry.item().added().at().toString());
        json.put("state", entry.found().isEmpty() ? "gone" : entry.changed() ? "changed" : "present");
        var found = entry.found();
        json.put("request", found.map(f -> f.issue().request().value()).orElse(null));
        json.put(
                "decision", found.map(f -> f.issue().decision().value().label()).orElse(null));
        json.put(
                "citation",
                found.map(f -> LegalCitation.of(f.letter().determination(), f.issue())
                                .plain())
                        .orElse(null));
        json.put("url", PageAddress.issuePath(key.determination(), key.issue()));
        return json;
    }
}
