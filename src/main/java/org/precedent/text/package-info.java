/**
 * Text analysis shared by all engines: tokens, stems, sentences, synonyms. Imports nothing of Lucene but its analysis API and
 * byte strings.
 */
@NullMarked
package org.precedent.text;

import org.jspecify.annotations.NullMarked;
