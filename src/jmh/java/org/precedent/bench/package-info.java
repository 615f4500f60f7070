/**
 * Benchmarks: how fast is the product compared with what its parts would cost alone? Generates letters, runs the same work in the
 * product and in bare baselines, and reports ratios. Not part of the product; built by the {@code jmh} profile.
 */
@NullMarked
package org.precedent.bench;

import org.jspecify.annotations.NullMarked;
