/**
 * What is a determination? The records of one letter: its header, its reviewer, its issues with request, decision,
 * guidelines and rationale, and what was doubtful about reading it. Enter at {@link org.precedent.determination.Determination}.
 */
@NullMarked
package org.precedent.determination;

import org.jspecify.annotations.NullMarked;
