package org.precedent.lucene.schema;

/**
 * Keys of the user data stored with each Lucene commit, and the field that joins a block of documents.
 */
public final class CommitData {
    /** Fingerprint of the schema that the index was written with. */
    public static final String SCHEMA = "schema";

    /** Identifies the searched content; changes with each commit that changes it. */
    public static final String STATE = "state";

    /** The name of the generation that this one was rebuilt from. */
    public static final String REPLACES = "replaces";

    /** Lucene's parent field, set on the last document of a block. */
    public static final String BLOCK_FIELD = "block";

    private CommitData() {}
}
