/**
 * The write side: turns determinations into document blocks, indexes them in a thread pool and commits.
 */
@NullMarked
package org.precedent.lucene.write;

import org.jspecify.annotations.NullMarked;
