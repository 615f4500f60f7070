/**
 * What every engine needs beside its own index: weights of words, likeness of issues, completions and spelling, the order of facet
 * values.
 */
@NullMarked
package org.precedent.engine;

import org.jspecify.annotations.NullMarked;
