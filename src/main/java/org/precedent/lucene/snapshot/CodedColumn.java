package org.precedent.lucene.snapshot;

import java.util.List;

/**
 * Dictionary-encoded column of one segment in memory: a value-set id per document, and the values of each set.
 */
public interface CodedColumn {
    /** All values, sorted. */
    List<String> values();

    /**
     * The ids of the value sets of many documents.
     *
     * @param docs the first {@code count} are documents
     * @param into where the ids go
     */
    void codes(int[] docs, int count, int... into);

    /** Indexes of the values of each set. */
    int[][] combinations();
}
