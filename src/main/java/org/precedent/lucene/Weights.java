package org.precedent.lucene;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/**
 * How much a word counts by where it stands, as whole frequencies of one field: what is asked for says more than why, and why
 * more than the patient's story.
 */
final class Weights {
    static final int REQUEST = 6;
    static final int LABEL = 3;
    static final int DECIDING = 3;
    static final int RATIONALE = 2;
    static final int SUMMARY = 1;

    /**
     * Frequencies are weights here, several to a mention: they saturate later than counts do. Judged by the queries of the tests,
     * flat around these values.
     */
    static final Similarity SIMILARITY = new BM25Similarity(5f, 0.6f);

    private Weights() {}

    static String rules() {
        return "weights " + REQUEST + " " + LABEL + " " + DECIDING + " " + RATIONALE + " " + SUMMARY;
    }
}
