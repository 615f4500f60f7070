package org.precedent.lucene;

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

    private Weights() {}

    static String rules() {
        return "weights " + REQUEST + " " + LABEL + " " + DECIDING + " " + RATIONALE + " " + SUMMARY;
    }
}
