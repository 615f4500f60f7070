/**
 * Reads the text of an HTML page.
 */
@NullMarked
package org.precedent.document.html;

import org.jspecify.annotations.NullMarked;
