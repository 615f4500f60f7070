/**
 * Guideline lines: which guidelines a line cites.
 */
@NullMarked
package org.precedent.parse.citation;

import org.jspecify.annotations.NullMarked;
