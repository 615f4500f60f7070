package org.precedent.search.facet;

import java.util.Arrays;
import java.util.Optional;

/**
 * Dimensions by which outcomes can be tabulated: every facet that does not itself state the outcome, and the month of the decision.
 */
public enum Dimension {
    TREATMENT(Facet.TREATMENT),
    REGION(Facet.REGION),
    MODALITY(Facet.MODALITY),
    GUIDELINE(Facet.GUIDELINE),
    SPECIALTY(Facet.SPECIALTY),
    REASON(Facet.REASON),
    SIGNAL(Facet.SIGNAL),
    CITATION(Facet.CITATION),
    ADMINISTRATOR(Facet.ADMINISTRATOR),
    YEAR(Facet.YEAR),
    /** Values are {@code 2016-12}, or {@link Facet#NOT_STATED}. */
    MONTH("month", "Month decided");

    private final String parameter;
    private final String label;
    private final Optional<Facet> facet;

    Dimension(Facet facet) {
        this.parameter = facet.parameter();
        this.label = facet.label();
        this.facet = Optional.of(facet);
    }

    Dimension(String parameter, String label) {
        this.parameter = parameter;
        this.label = label;
        this.facet = Optional.empty();
    }

    /**
     * The name in URLs and JSON: {@code region}.
     */
    public String parameter() {
        return parameter;
    }

    /**
     * The name on pages: {@code Body region}.
     */
    public String label() {
        return label;
    }

    /**
     * The facet that has these values; empty for {@link #MONTH}, which has no facet.
     */
    public Optional<Facet> facet() {
        return facet;
    }

    /**
     * Whether its values are periods of time.
     */
    public boolean isTime() {
        return this == YEAR || this == MONTH;
    }

    /**
     * The dimension with that parameter name; empty when there is none.
     */
    public static Optional<Dimension> findByParameter(String parameter) {
        return Arrays.stream(values())
                .filter(d -> d.parameter.equals(parameter))
                .findFirst();
    }
}
