/**
 * Extracts the text of Word documents (.docx).
 */
@NullMarked
package org.precedent.document.word;

import org.jspecify.annotations.NullMarked;
