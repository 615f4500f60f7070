/**
 * Corrections of extracted values: the form for one determination, the list of all corrections, and both in machine-readable formats.
 */
@NullMarked
package org.precedent.web.correction;

import org.jspecify.annotations.NullMarked;
