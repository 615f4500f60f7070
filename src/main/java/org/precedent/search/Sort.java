package org.precedent.search;

/**
 * The order of letters in a result. Every order is total: ties fall to decision date, newest first, then to the letter's id.
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
