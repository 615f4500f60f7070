package org.precedent.search.facet;

import java.util.Arrays;
import java.util.Optional;

/**
 * A dimension to filter and count by, in display order.
 */
public enum Facet {
    MODALITY("modality", "Imaging modality", Level.ISSUE),
    REGION("region", "Body region", Level.ISSUE),
    DECISION("decision", "Decision", Level.ISSUE),
    GUIDELINE("guideline", "Guideline cited", Level.ISSUE),
    SPECIALTY("specialty", "Reviewer specialty", Level.LETTER),
    TREATMENT("treatment", "Treatment", Level.ISSUE),
    REASON("reason", "Reason", Level.ISSUE),
    YEAR("year", "Year decided", Level.LETTER),
    OUTCOME("outcome", "Letter outcome", Level.LETTER);

    /** The value that stands for "the letter or request does not state it". */
    public static final String NOT_STATED = "none";

    private final String parameter;
    private final String label;
    private final Level level;

    Facet(String parameter, String label, Level level) {
        this.parameter = parameter;
        this.label = label;
        this.level = level;
    }

    /**
     * Whether a value belongs to one issue or to the letter with all its issues.
     */
    public enum Level {
        ISSUE,
        LETTER
    }

    /**
     * The name in URLs, JSON and the query language: {@code modality}.
     */
    public String parameter() {
        return parameter;
    }

    /**
     * The name on pages: {@code Imaging modality}.
     */
    public String label() {
        return label;
    }

    /**
     * What a value of it is said of.
     */
    public Level level() {
        return level;
    }

    /**
     * The facet of that parameter name; empty when there is none.
     */
    public static Optional<Facet> named(String parameter) {
        return Arrays.stream(values())
                .filter(f -> f.parameter.equals(parameter))
                .findFirst();
    }
}
