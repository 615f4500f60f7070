/**
 * Extracts the text of any supported document. Start with DocumentReader.
 */
@NullMarked
package org.precedent.document.reader;

import org.jspecify.annotations.NullMarked;
