/**
 * Text analysis shared by all engines: tokens, stems, sentences, synonyms. Of Lucene it uses only the analysis API and byte strings.
 */
@NullMarked
package org.precedent.text;

import org.jspecify.annotations.NullMarked;
