/**
 * Parses everything around the issues of a determination: sections, layout, case header and clinical summary.
 */
@NullMarked
package org.precedent.parse.layout;

import org.jspecify.annotations.NullMarked;
