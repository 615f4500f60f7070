package org.precedent.search.query;

/**
 * A searchable text of an issue or its determination, addressed in a query as {@code rationale:word}.
 */
public enum TextField {
    /** The disputed item. */
    REQUEST("request"),
    /** The reviewer's reasons. */
    RATIONALE("rationale"),
    /** The clinical summary of the determination. */
    SUMMARY("summary");

    private final String prefix;

    TextField(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The field's name in the query language.
     */
    public String prefix() {
        return prefix;
    }
}
