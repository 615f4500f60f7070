package org.precedent.saved;

import java.util.Optional;
import org.precedent.search.WideningRule;

/**
 * A search that someone saved under a shareable link.
 *
 * @param id unguessable; anyone who knows it can open the search
 * @param owner the browser that can rename and delete it
 * @param draft name, note and URL
 * @param created when it was saved
 * @param opened when its owner last opened it; empty before the first time
 * @param seen when its owner last marked the new results as seen; empty before the first time
 * @param wideningRule version of the {@link WideningRule} when it was saved; 0 if saved before versions were recorded
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
     * Creates a search saved now and not opened yet.
     */
    static SavedSearch create(Owner owner, Draft draft, Moment created) {
        return new SavedSearch(
                RandomId.next(), owner, draft, created, Optional.empty(), Optional.empty(), WideningRule.VERSION);
    }

    /**
     * Whether plain words may match differently from when the search was saved, because the widening rule has changed.
     */
    public boolean usesOlderRule() {
        return wideningRule != WideningRule.VERSION;
    }

    /**
     * The state of the index that its owner has seen; results added later are new.
     */
    public Moment baseline() {
        return seen.orElse(created);
    }

    /**
     * The note if the visitor can see it.
     *
     * @param mine whether the visitor is the owner
     * @return empty if the note is private to someone else
     */
    public Optional<String> note(boolean mine) {
        return mine || draft.noteShared() ? Optional.of(draft.note()) : Optional.empty();
    }
}
