/**
 * The pages in a real browser, over the bundled sample letters.
 */
@NullMarked
package org.precedent.browser;

import org.jspecify.annotations.NullMarked;
