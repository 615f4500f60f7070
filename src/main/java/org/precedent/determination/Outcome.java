package org.precedent.determination;

import java.util.Collection;

/**
 * The outcome of a whole determination, derived from the decisions on its issues.
 */
public enum Outcome {
    ALL_UPHELD("All upheld"),
    ALL_OVERTURNED("All overturned"),
    MIXED("Mixed");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    /**
     * Returns the facet value: {@code Mixed}.
     */
    public String label() {
        return label;
    }

    /**
     * Derives the outcome from the decisions on all issues; a partly overturned issue makes it mixed.
     */
    public static Outcome of(Collection<Decision> decisions) {
        if (decisions.stream().allMatch(Decision.UPHELD::equals)) {
            return ALL_UPHELD;
        }
        return decisions.stream().allMatch(Decision.OVERTURNED::equals) ? ALL_OVERTURNED : MIXED;
    }
}
