/**
 * Finds the documents in files, folders, ZIP archives, mail and record files. Start with Sources.
 */
@NullMarked
package org.precedent.document.source;

import org.jspecify.annotations.NullMarked;
