/**
 * Parses the text of a letter into a determination. Parsing never throws for content: it yields a determination with findings, or
 * says why there is none. Enter at {@link org.precedent.parse.LetterParser}.
 */
@NullMarked
package org.precedent.parse;

import org.jspecify.annotations.NullMarked;
