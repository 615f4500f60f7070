/**
 * Determination pages: one determination, similar issues, comparison.
 */
@NullMarked
package org.precedent.web.letter;

import org.jspecify.annotations.NullMarked;
