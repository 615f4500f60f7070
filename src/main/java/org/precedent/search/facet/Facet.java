package org.precedent.search.facet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Facets to filter and count by, in display order.
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
    OUTCOME("outcome", "Determination outcome", Level.LETTER),
    SIGNAL("signal", "Points to check", Level.ISSUE),
    /** Guidelines the reviewer cited, down to edition, section and page; {@link #GUIDELINE} ends at the title. */
    CITATION("citation", "Edition, section or page cited", Level.ISSUE),
    /** Guidelines the claims administrator cited, down to edition, section and page. */
    ADMINISTRATOR("administrator", "Cited by claims administrator", Level.ISSUE);

    /** The value for "not stated in the determination or request". */
    public static final String NOT_STATED = "none";

    /** Facets with too many values to count with every search: counted only if the search chooses one of their values. */
    private static final Set<Facet> ON_DEMAND = Set.of(CITATION, ADMINISTRATOR);

    private final String parameter;
    private final String label;
    private final Level level;

    Facet(String parameter, String label, Level level) {
        this.parameter = parameter;
        this.label = label;
        this.level = level;
    }

    /**
     * Whether a value belongs to one issue or to the determination with all its issues.
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
     * Whether its values belong to an issue or to a determination.
     */
    public Level level() {
        return level;
    }

    /**
     * The facets counted with a search: all except those with many values, plus those in which it chooses values; in display order.
     */
    public static List<Facet> counted(Set<Facet> chosen) {
        return Arrays.stream(values())
                .filter(f -> !ON_DEMAND.contains(f) || chosen.contains(f))
                .toList();
    }

    /**
     * The facet with that parameter name; empty when there is none.
     */
    public static Optional<Facet> findByParameter(String parameter) {
        return Arrays.stream(values())
                .filter(f -> f.parameter.equals(parameter))
                .findFirst();
    }
}
