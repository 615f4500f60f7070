/**
 * The disputed issues of a determination: where each heading, decision, guideline line and rationale stands.
 */
@NullMarked
package org.precedent.parse.issue;

import org.jspecify.annotations.NullMarked;
