/**
 * Tests of the pages in a real browser.
 */
@NullMarked
package org.precedent.browser;

import org.jspecify.annotations.NullMarked;
