/**
 * Reads the text of a PDF, within bounds and where necessary in a separate process. Start with PdfSandbox.
 */
@NullMarked
package org.precedent.document.pdf;

import org.jspecify.annotations.NullMarked;
