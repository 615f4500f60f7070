/**
 * Determines which words of a text matched a query and which passages show them best; shared by all engines.
 */
@NullMarked
package org.precedent.highlight;

import org.jspecify.annotations.NullMarked;
