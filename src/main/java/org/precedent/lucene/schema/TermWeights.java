package org.precedent.lucene.schema;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * Term weights by the text a word stands in, indexed as whole frequencies of one field: the request says more than the reasons.
 * The clinical summary has no weight, for it is the determination's and not the issue's.
 */
public final class TermWeights {
    public static final int REQUEST = 6;
    public static final int LABEL = 3;
    public static final int DECIDING = 3;
    public static final int RATIONALE = 2;

    /**
     * Frequencies are weights here, several to a mention: they saturate later than counts do. Judged by the queries of the tests,
     * flat around these values.
     */
    public static final Similarity SIMILARITY = new BM25Similarity(5f, 0.6f);

    private TermWeights() {}

    static String rules() {
        return "weights " + REQUEST + " " + LABEL + " " + DECIDING + " " + RATIONALE;
    }
}
