/**
 * Files of the index: generations, and how determinations and result cards are stored.
 */
@NullMarked
package org.precedent.lucene.store;

import org.jspecify.annotations.NullMarked;
