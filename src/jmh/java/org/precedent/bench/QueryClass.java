package org.precedent.bench;

/**
 * Kinds of searches whose costs differ.
 */
public enum QueryClass {
    COMMON_TERM("common term"),
    MID_TERM("mid term"),
    RARE_TERM("rare term"),
    SEVERAL_TERMS("several terms"),
    PHRASE("phrase"),
    PREFIX("prefix"),
    BROAD_PREFIX("prefix of 3 letters"),
    FIELDED("fielded"),
    FILTERED("text + filters"),
    MATCH_ALL("match all"),
    FACETS_ONLY("facets only"),
    /** Beyond the classes of the goals. */
    PROXIMITY("proximity"),
    /** Beyond the classes of the goals. */
    NEED("need in prose");

    private final String label;

    QueryClass(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the goals speak of it. */
    public boolean isInGoals() {
        return this != PROXIMITY && this != NEED;
    }
}
