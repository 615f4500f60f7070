/**
 * The tray of the requesting browser, available to every page.
 */
@NullMarked
package org.precedent.web.tray;

import org.jspecify.annotations.NullMarked;
