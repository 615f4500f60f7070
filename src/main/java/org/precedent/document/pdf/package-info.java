/**
 * Extracts the text of PDFs within limits, if necessary in a separate process. Start with PdfSandbox.
 */
@NullMarked
package org.precedent.document.pdf;

import org.jspecify.annotations.NullMarked;
