/**
 * Saved searches, folders, alerts and corrections, in a SQLite file or a PostgreSQL database that several processes can use at once.
 * Independent of search results. Start with {@link org.precedent.saved.SavedSearches}.
 */
@NullMarked
package org.precedent.saved;

import org.jspecify.annotations.NullMarked;
