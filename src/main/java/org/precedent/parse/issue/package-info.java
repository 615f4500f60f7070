/**
 * Finds the disputed issues of a determination: the ranges of each heading, decision, guideline line and rationale.
 */
@NullMarked
package org.precedent.parse.issue;

import org.jspecify.annotations.NullMarked;
