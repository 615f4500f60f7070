/**
 * Pages of {@code /guidelines} and {@code /treatments}: who cites a guideline or requests a treatment, how those issues were decided, and
 * on what grounds.
 */
@NullMarked
package org.precedent.web.subject;

import org.jspecify.annotations.NullMarked;
