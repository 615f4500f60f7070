/**
 * What every engine needs besides its own index: weights of words, similarity of issues, completions and spelling, the order of facet
 * values.
 */
@NullMarked
package org.precedent.engine;

import org.jspecify.annotations.NullMarked;
