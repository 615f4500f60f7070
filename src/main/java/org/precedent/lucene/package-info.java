/**
 * The embedded engine: {@link org.precedent.search.SearchEngine} on Apache Lucene.
 */
@NullMarked
package org.precedent.lucene;

import org.jspecify.annotations.NullMarked;
