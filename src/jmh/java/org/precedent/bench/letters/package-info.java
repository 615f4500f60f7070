/**
 * What would letters by the hundred thousand look like? Invented ones in the real layouts, the same for the same seed. Words
 * stand in {@code letters.grammar} and the product's vocabularies, frequencies in {@code weights.tsv}. Enter at {@link
 * org.precedent.bench.letters.GeneratedLetters}.
 */
@NullMarked
package org.precedent.bench.letters;

import org.jspecify.annotations.NullMarked;
