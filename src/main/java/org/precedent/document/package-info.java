/**
 * The text of files: the options and the results of reading. The readers are in the sub-packages; start with
 * {@link org.precedent.document.reader.DocumentReader} and {@link org.precedent.document.source.Sources}. Nothing here knows what
 * a determination says.
 */
@NullMarked
package org.precedent.document;

import org.jspecify.annotations.NullMarked;
