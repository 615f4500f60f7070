/**
 * Data model of a determination: header, reviewer, and issues with request, decision, guidelines and rationale, plus the findings of the
 * parser. Start with {@link org.precedent.determination.Determination}.
 */
@NullMarked
package org.precedent.determination;

import org.jspecify.annotations.NullMarked;
