package org.precedent.search;

/**
 * Sort order of determinations. Every order is total: ties are broken by decision date, newest first, then by id.
 */
public enum Sort {
    RELEVANCE("relevance", "Relevance"),
    NEWEST("newest", "Decided, newest first"),
    OLDEST("oldest", "Decided, oldest first"),
    ADDED("added", "Recently added"),
    CASE("case", "Case number");

    private final String parameter;
    private final String label;

    Sort(String parameter, String label) {
        this.parameter = parameter;
        this.label = label;
    }

    /**
     * The value in URLs.
     */
    public String parameter() {
        return parameter;
    }

    /**
     * The name on pages.
     */
    public String label() {
        return label;
    }
}
