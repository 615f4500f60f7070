/**
 * Which region, modality, guideline, specialty or treatment do these words name? Terms live in TSV files; no term of
 * medicine stands in Java code. Enter at {@link org.precedent.vocabulary.Vocabulary}.
 */
@NullMarked
package org.precedent.vocabulary;

import org.jspecify.annotations.NullMarked;
