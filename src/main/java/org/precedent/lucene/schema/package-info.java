/**
 * The index schema: fields, term encoding, weights and the data stored with a commit. The write side and the read side agree
 * on nothing else.
 */
@NullMarked
package org.precedent.lucene.schema;

import org.jspecify.annotations.NullMarked;
