package org.precedent.ingest;

/**
 * Listener for the progress of an ingest, called on the thread that runs it.
 */
public interface IngestListener {
    /** Does not listen. */
    IngestListener NONE = new IngestListener() {};

    /**
     * A source was dealt with, though perhaps not yet committed. Called once for each.
     */
    default void progress(Progress progress) {}

    /**
     * The result of a source is final: written and committed, or nothing to write. Called once for each, in order.
     */
    default void settled(FileResult result) {}
}
