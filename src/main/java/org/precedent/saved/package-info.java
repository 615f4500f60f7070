/**
 * Saved searches: named links kept in SQLite.
 */
@NullMarked
package org.precedent.saved;

import org.jspecify.annotations.NullMarked;
