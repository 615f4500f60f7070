/**
 * Manual corrections of misread values: which fields can be corrected, which values are valid, and how corrections are applied to a
 * determination. Authors and storage of corrections are handled elsewhere.
 */
@NullMarked
package org.precedent.correction;

import org.jspecify.annotations.NullMarked;
