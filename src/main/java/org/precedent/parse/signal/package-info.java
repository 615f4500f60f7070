/**
 * Points of a determination worth a second look, such as a rationale on another body part than the request.
 */
@NullMarked
package org.precedent.parse.signal;

import org.jspecify.annotations.NullMarked;
