/**
 * Finds guidelines and dates mentioned in arbitrary text.
 */
@NullMarked
package org.precedent.search.mention;

import org.jspecify.annotations.NullMarked;
