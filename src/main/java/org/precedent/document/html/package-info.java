/**
 * Extracts the text of HTML pages.
 */
@NullMarked
package org.precedent.document.html;

import org.jspecify.annotations.NullMarked;
