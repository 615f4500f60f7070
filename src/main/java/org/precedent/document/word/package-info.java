/**
 * Reads the text of a Word document (.docx).
 */
@NullMarked
package org.precedent.document.word;

import org.jspecify.annotations.NullMarked;
