/**
 * Finds documents in files, folders, ZIP archives, e-mails and JSON Lines files. Start with Sources.
 */
@NullMarked
package org.precedent.document.source;

import org.jspecify.annotations.NullMarked;
