/**
 * The text of a file in the form that patterns are matched against: lines joined, typography normalized, each character mapped to its
 * position in the source.
 */
@NullMarked
package org.precedent.parse.text;

import org.jspecify.annotations.NullMarked;
