/**
 * {@code /insights}: how disputes end, by treatment, region, guideline and time, as pages, JSON and CSV.
 */
@NullMarked
package org.precedent.web.insights;

import org.jspecify.annotations.NullMarked;
