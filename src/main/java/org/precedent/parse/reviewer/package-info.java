/**
 * Parses the reviewer's credentials.
 */
@NullMarked
package org.precedent.parse.reviewer;

import org.jspecify.annotations.NullMarked;
