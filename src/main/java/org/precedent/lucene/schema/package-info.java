/**
 * The index schema: fields, term encoding, weights, and the data stored with a commit. It is the only contract between the write side and
 * the read side.
 */
@NullMarked
package org.precedent.lucene.schema;

import org.jspecify.annotations.NullMarked;
