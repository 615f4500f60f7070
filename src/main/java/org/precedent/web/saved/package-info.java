/**
 * Saved searches: pages, JSON, import and export of the list.
 */
@NullMarked
package org.precedent.web.saved;

import org.jspecify.annotations.NullMarked;
