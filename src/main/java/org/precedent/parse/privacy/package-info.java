/**
 * Finds and redacts personal data that a posted determination should not contain.
 */
@NullMarked
package org.precedent.parse.privacy;

import org.jspecify.annotations.NullMarked;
