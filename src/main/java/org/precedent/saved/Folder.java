package org.precedent.saved;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A list of issues with notes: a named folder, or the unnamed tray of a browser.
 *
 * @param id unguessable; anyone who knows the id of a named folder can open it
 * @param owner the browser that can change and delete it
 * @param tray whether it is the owner's tray, which no one else sees
 * @param cover name and note; the name of a tray is empty
 * @param created when it was created
 * @param issues in the order they were added
 */
public record Folder(String id, Owner owner, boolean tray, Cover cover, Instant created, List<Item> issues) {
    public Folder {
        issues = List.copyOf(issues);
    }

    /**
     * Whether a visitor can see the notes.
     *
     * @param mine whether the visitor is the owner
     */
    public boolean showsNotes(boolean mine) {
        return mine || cover.notesShared();
    }

    /**
     * The note if the visitor can see it; empty if it is private to someone else.
     */
    public Optional<String> note(boolean mine) {
        return showsNotes(mine) ? Optional.of(cover.note()) : Optional.empty();
    }

    /**
     * Name and note of a folder. Control characters and surrounding spaces are removed.
     *
     * @param name 1 to {@value Draft#MAX_NAME} characters on one line
     * @param note at most {@value Draft#MAX_NOTE} characters, may be empty
     * @param notesShared whether everyone with the link can read this note and the notes of the issues
     */
    public record Cover(String name, String note, boolean notesShared) {
        /** Cover of a tray, without name and note. */
        static final Cover NONE = new Cover("", "", false);

        /**
         * Creates a cover from user input.
         *
         * @throws InvalidInputException if a limit is exceeded; the message says which
         */
        public static Cover parse(String name, String note, boolean notesShared) {
            var draft = new Draft(name, note, "/search");
            return new Cover(draft.name(), draft.note(), notesShared);
        }
    }

    /**
     * An issue in a folder.
     *
     * @param id identifier, unique within the server
     * @param key the issue
     * @param note may be empty
     * @param added when it was added
     */
    public record Item(String id, IssueKey key, String note, Moment added) {}
}
