/**
 * Proximities in the embedded engine: candidates by postings, then the shared matcher over their positions.
 */
@NullMarked
package org.precedent.lucene.proximity;

import org.jspecify.annotations.NullMarked;
