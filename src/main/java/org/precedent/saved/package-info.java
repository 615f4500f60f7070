/**
 * Which searches were saved, by whom, and when were they last looked at? Named links in a SQLite file or a PostgreSQL database that several processes
 * may use at once. Knows nothing of what a search finds. Enter at {@link org.precedent.saved.SavedSearches}.
 */
@NullMarked
package org.precedent.saved;

import org.jspecify.annotations.NullMarked;
