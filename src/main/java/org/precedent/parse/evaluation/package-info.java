/**
 * Measures the accuracy of the parser against manual labels.
 */
@NullMarked
package org.precedent.parse.evaluation;

import org.jspecify.annotations.NullMarked;
