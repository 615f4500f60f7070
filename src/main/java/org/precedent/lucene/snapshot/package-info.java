/**
 * Immutable snapshots of the index with their in-memory facet columns and query cache.
 */
@NullMarked
package org.precedent.lucene.snapshot;

import org.jspecify.annotations.NullMarked;
