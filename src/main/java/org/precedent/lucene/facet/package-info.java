/**
 * Exact facet counts of issues and determinations over the result of a search.
 */
@NullMarked
package org.precedent.lucene.facet;

import org.jspecify.annotations.NullMarked;
