/**
 * The text of a file as patterns are matched against it: lines joined, typography normalized, every character with its place in the source.
 */
@NullMarked
package org.precedent.parse.text;

import org.jspecify.annotations.NullMarked;
