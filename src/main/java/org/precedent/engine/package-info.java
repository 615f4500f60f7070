/**
 * Engine-independent parts of search: term weights, similarity of issues, completions and spelling, facet order.
 */
@NullMarked
package org.precedent.engine;

import org.jspecify.annotations.NullMarked;
