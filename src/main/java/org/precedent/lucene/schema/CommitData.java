package org.precedent.lucene.schema;

/**
 * Keys of the user data stored with each Lucene commit, and the name of the parent field of document blocks.
 */
public final class CommitData {
    /** Fingerprint of the schema the index was written with. */
    public static final String SCHEMA = "schema";

    /** Identifies the indexed content; changes with every commit that changes it. */
    public static final String STATE = "state";

    /** The name of the generation this one was rebuilt from. */
    public static final String REPLACES = "replaces";

    /** Lucene's parent field, set on the last document of a block. */
    public static final String BLOCK_FIELD = "block";

    private CommitData() {}
}
