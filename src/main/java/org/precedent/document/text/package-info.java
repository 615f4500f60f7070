/**
 * Decodes bytes to characters and removes characters that mislead.
 */
@NullMarked
package org.precedent.document.text;

import org.jspecify.annotations.NullMarked;
