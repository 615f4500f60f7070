/**
 * Facets of issues: dimensions, trees of values, selections and counts.
 */
@NullMarked
package org.precedent.search.facet;

import org.jspecify.annotations.NullMarked;
