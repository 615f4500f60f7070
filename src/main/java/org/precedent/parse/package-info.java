/**
 * Parses the text of a determination. Parsing never throws because of the content: it returns a determination with findings, or the reasons
 * why there is none. Start with {@link org.precedent.parse.LetterParser}.
 */
@NullMarked
package org.precedent.parse;

import org.jspecify.annotations.NullMarked;
