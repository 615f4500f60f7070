package org.precedent.determination;

/**
 * The decision on one issue. The word refers to the <em>denial</em>: an upheld denial means that the treatment is not
 * approved.
 */
public enum Decision {
    UPHELD("Upheld", "treatment not approved"),
    OVERTURNED("Overturned", "treatment approved"),
    /** Letters of 2013 may grant a part of one request. */
    PARTLY_OVERTURNED("Partly overturned", "treatment approved in part");

    private final String label;
    private final String effect;

    Decision(String label, String effect) {
        this.label = label;
        this.effect = effect;
    }

    /**
     * The word used in letters, JSON and facets: {@code Upheld}.
     */
    public String label() {
        return label;
    }

    /**
     * What it means for the treatment: {@code treatment not approved}.
     */
    public String effect() {
        return effect;
    }
}
