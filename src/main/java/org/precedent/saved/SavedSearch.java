package org.precedent.saved;

import java.util.Optional;
import org.precedent.search.WideningRule;

/**
 * A search that someone saved under a shareable link.
 *
 * @param id unguessable; anyone who knows it may open the search
 * @param owner the browser that may rename and delete it
 * @param draft name, note and URL
 * @param created when it was saved
 * @param opened when its owner last opened it; empty before the first time
 * @param seen when its owner last dismissed what was new; empty before the first time
 * @param wideningRule the version of the {@link WideningRule} in force when it was saved; 0 when that was not kept yet
 */
public record SavedSearch(
        String id,
        Owner owner,
        Draft draft,
        Moment created,
        Optional<Moment> opened,
        Optional<Moment> seen,
        int wideningRule) {
    /**
     * A search saved now, not opened yet.
     */
    static SavedSearch create(Owner owner, Draft draft, Moment created) {
        return new SavedSearch(
                RandomId.next(), owner, draft, created, Optional.empty(), Optional.empty(), WideningRule.VERSION);
    }

    /**
     * Whether plain words may find other partial matches than when it was saved, because the rule has changed.
     */
    public boolean usesOlderRule() {
        return wideningRule != WideningRule.VERSION;
    }

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
     * @return empty when the note is private to someone else
     */
    public Optional<String> note(boolean mine) {
        return mine || draft.noteShared() ? Optional.of(draft.note()) : Optional.empty();
    }
}
