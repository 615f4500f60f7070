package org.precedent.saved;

import java.util.Optional;

/**
 * A saved search.
 *
 * @param id unguessable; whoever knows it may open the search
 * @param owner the browser that may rename and delete it
 * @param draft name, note and URL
 * @param created when it was saved
 * @param opened when its owner last opened it; empty before the first time
 */
public record SavedSearch(String id, Owner owner, Draft draft, Moment created, Optional<Moment> opened) {}
