/**
 * Corrections of values that were read wrongly: what can be corrected, to which values, and how a determination looks then. Who
 * made a correction and where it is kept is not known here.
 */
@NullMarked
package org.precedent.correction;

import org.jspecify.annotations.NullMarked;
