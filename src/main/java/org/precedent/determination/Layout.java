package org.precedent.determination;

/**
 * Document layouts of determinations, which changed over the years.
 */
public enum Layout {
    /** Early 2013: {@code ISSUE AT DISPUTE}, {@code CASE SUMMARY}, credentials at the end. */
    L0("Early 2013 professional review"),
    /** 2013: numbered determinations as sentences, "is not medically necessary and appropriate". */
    L1("2013 notice of determination"),
    /** 2013 to 2014: with a list of documents reviewed and {@code IMR DECISION(S) AND RATIONALE(S)}. */
    L2("Determination with documents reviewed"),
    /** About 2014: no header block, credentials in prose. */
    L3A("2014 determination"),
    /** Since 2016: header block, credentials in labeled lines. */
    L3B("Determination with case header"),
    /** Issues were found, but the rest of the document matches no known layout. */
    UNKNOWN("Unknown layout");

    private final String label;

    Layout(String label) {
        this.label = label;
    }

    /**
     * Returns the display name.
     */
    public String label() {
        return label;
    }
}
