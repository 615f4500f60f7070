/**
 * Pages of single determinations: the determination with its evidence, similar issues, the original file, and comparison of issues.
 */
@NullMarked
package org.precedent.web.letter;

import org.jspecify.annotations.NullMarked;
