/**
 * Corrections of values that were read wrongly: the form of a determination, the list of all, and both as data.
 */
@NullMarked
package org.precedent.web.correction;

import org.jspecify.annotations.NullMarked;
