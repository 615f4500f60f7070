/**
 * Reads indexes of earlier versions, so that {@code reindex} can rebuild them. Nothing here writes.
 */
@NullMarked
package org.precedent.lucene.legacy;

import org.jspecify.annotations.NullMarked;
