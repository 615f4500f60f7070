/**
 * Decodes bytes to text and normalizes or removes misleading characters.
 */
@NullMarked
package org.precedent.document.text;

import org.jspecify.annotations.NullMarked;
