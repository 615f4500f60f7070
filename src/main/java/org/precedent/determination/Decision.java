package org.precedent.determination;

/**
 * The decision on one issue. The word refers to the <em>denial</em>: an upheld denial means that the treatment is not
 * approved.
 */
public enum Decision {
    UPHELD("Upheld", "treatment not approved"),
    OVERTURNED("Overturned", "treatment approved"),
    /** Some 2013 determinations approve part of a single request. */
    PARTLY_OVERTURNED("Partly overturned", "treatment approved in part");

    private final String label;
    private final String effect;

    Decision(String label, String effect) {
        this.label = label;
        this.effect = effect;
    }

    /**
     * Returns the word used in determinations, JSON and facets: {@code Upheld}.
     */
    public String label() {
        return label;
    }

    /**
     * Returns what the decision means for the treatment: {@code treatment not approved}.
     */
    public String effect() {
        return effect;
    }
}
