/**
 * Text extraction: options and results. The readers are in the sub-packages; start with {@link
 * org.precedent.document.reader.DocumentReader} and {@link org.precedent.document.source.Sources}. Nothing here depends on the content of
 * determinations.
 */
@NullMarked
package org.precedent.document;

import org.jspecify.annotations.NullMarked;
