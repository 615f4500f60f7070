package org.precedent.lucene.snapshot;

import java.util.List;

/**
 * Column of one segment in memory: a value-set id per document, and the values of each set.
 */
public interface CodedColumn {
    /** All values, sorted. */
    List<String> values();

    /** The id of the value set of a document. */
    int code(int doc);

    /** Indexes of the values of each set. */
    int[][] combinations();
}
