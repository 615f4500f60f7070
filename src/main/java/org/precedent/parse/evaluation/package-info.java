/**
 * The accuracy of the parser against labels made by people.
 */
@NullMarked
package org.precedent.parse.evaluation;

import org.jspecify.annotations.NullMarked;
