/**
 * Finds points to check in a determination, such as a rationale on a different body part than the request.
 */
@NullMarked
package org.precedent.parse.signal;

import org.jspecify.annotations.NullMarked;
