/**
 * The frame of a determination: its sections, layout, case header and clinical summary.
 */
@NullMarked
package org.precedent.parse.layout;

import org.jspecify.annotations.NullMarked;
