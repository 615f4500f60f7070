/**
 * Recognizes the reasons for a decision in the rationale by cue phrases.
 */
@NullMarked
package org.precedent.parse.reason;

import org.jspecify.annotations.NullMarked;
