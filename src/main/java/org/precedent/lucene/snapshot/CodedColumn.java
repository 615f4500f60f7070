package org.precedent.lucene.snapshot;

import java.util.List;

/**
 * Dictionary-encoded column of one segment in memory: a value-set id per document, and the values of each set.
 */
public interface CodedColumn {
    /** All values, sorted. */
    List<String> values();

    /**
     * Reads the value set ids of many documents.
     *
     * @param docs documents in its first {@code count} entries
     * @param into receives the ids
     */
    void codes(int[] docs, int count, int... into);

    /** The value indexes of each value set. */
    int[][] combinations();
}
