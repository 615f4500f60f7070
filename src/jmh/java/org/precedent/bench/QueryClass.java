package org.precedent.bench;

/**
 * Classes of searches that differ in cost.
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
    /** Not covered by the performance goals. */
    PROXIMITY("proximity"),
    /** Not covered by the performance goals. */
    NEED("need in prose");

    private final String label;

    QueryClass(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the performance goals cover this class. */
    public boolean isInGoals() {
        return this != PROXIMITY && this != NEED;
    }
}
