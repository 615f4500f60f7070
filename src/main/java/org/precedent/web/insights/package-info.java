/**
 * {@code /insights}: how often denials are upheld or overturned, by treatment, region, guideline, time and more, as pages, JSON and CSV.
 */
@NullMarked
package org.precedent.web.insights;

import org.jspecify.annotations.NullMarked;
