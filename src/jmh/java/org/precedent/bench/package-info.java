/**
 * How fast is the product, beside what its parts would cost alone? Generates letters, puts the same work to the product and to
 * its floors in one run, and reports ratios. Not part of the product; built by the profile {@code jmh}.
 */
@NullMarked
package org.precedent.bench;

import org.jspecify.annotations.NullMarked;
