/**
 * A generator of fictional letters by the hundred thousand, in the real layouts, the same for the same seed. Wording is in {@code
 * letters.grammar} and the product's vocabularies, frequencies are in {@code weights.tsv}. Start at {@link
 * org.precedent.bench.letters.GeneratedLetters}.
 */
@NullMarked
package org.precedent.bench.letters;

import org.jspecify.annotations.NullMarked;
