package org.precedent.determination;

/**
 * The layout of a determination, which changed over the years.
 */
public enum Layout {
    /** Early 2013: {@code ISSUE AT DISPUTE}, {@code CASE SUMMARY}, credentials last. */
    L0("Early 2013 professional review"),
    /** 2013: numbered determinations in sentences, "is not medically necessary and appropriate". */
    L1("2013 notice of determination"),
    /** 2013 to 2014: a list of documents reviewed, {@code IMR DECISION(S) AND RATIONALE(S)}. */
    L2("Determination with documents reviewed"),
    /** About 2014: no header block, credentials in prose. */
    L3A("2014 determination"),
    /** Since 2016: header block, credentials in labeled lines. */
    L3B("Determination with case header"),
    /** Issues were found, but the frame around them is none of the known ones. */
    UNKNOWN("Unknown layout");

    private final String label;

    Layout(String label) {
        this.label = label;
    }

    /**
     * A name for people.
     */
    public String label() {
        return label;
    }
}
