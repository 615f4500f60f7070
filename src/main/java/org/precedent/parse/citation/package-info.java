/**
 * Parses guideline lines into citations.
 */
@NullMarked
package org.precedent.parse.citation;

import org.jspecify.annotations.NullMarked;
