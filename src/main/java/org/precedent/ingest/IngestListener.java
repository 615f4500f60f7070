package org.precedent.ingest;

/**
 * Is told how an ingest goes, on the thread that runs it.
 */
public interface IngestListener {
    /** Does not listen. */
    IngestListener NONE = new IngestListener() {};

    /**
     * A source was dealt with, though perhaps not yet committed. Called once for each.
     */
    default void progress(Progress progress) {}

    /**
     * What became of a source is settled: written and committed, or nothing to write. Called once for each, in order.
     */
    default void settled(FileResult result) {}
}
