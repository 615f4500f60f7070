/**
 * The issues that the browser of a request has set aside, as every page knows them.
 */
@NullMarked
package org.precedent.web.tray;

import org.jspecify.annotations.NullMarked;
