/**
 * Facets of an issue: the dimensions, their values as trees, what is chosen of them, and counts.
 */
@NullMarked
package org.precedent.search.facet;

import org.jspecify.annotations.NullMarked;
