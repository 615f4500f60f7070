/**
 * Which words of a text satisfied a query, and which passages show them best; shared by all engines.
 */
@NullMarked
package org.precedent.highlight;

import org.jspecify.annotations.NullMarked;
