package org.precedent.saved;

import java.util.Optional;

/**
 * A saved search.
 *
 * @param id unguessable; anybody who knows it may open the search
 * @param owner the browser that may rename and delete it
 * @param draft name, note and URL
 * @param created when it was saved
 * @param opened when its owner last opened it; empty before the first time
 * @param seen when its owner last dismissed what was new; empty before the first time
 */
public record SavedSearch(
        String id, Owner owner, Draft draft, Moment created, Optional<Moment> opened, Optional<Moment> seen) {
    /**
     * The state of the index that its owner has seen: results added later are new.
     */
    public Moment baseline() {
        return seen.orElse(created);
    }

    /**
     * The note as far as a reader may see it.
     *
     * @param mine whether the reader is the owner
     * @return empty when the note is private to somebody else
     */
    public Optional<String> note(boolean mine) {
        return mine || draft.noteShared() ? Optional.of(draft.note()) : Optional.empty();
    }
}
