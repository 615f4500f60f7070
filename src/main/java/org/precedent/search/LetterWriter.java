package org.precedent.search;

import org.precedent.determination.Determination;

/**
 * Write side of an engine. Not thread-safe. Changes become searchable and durable with {@link #commit}; closing without a
 * commit discards them.
 */
public interface LetterWriter extends AutoCloseable {
    /**
     * Whether a determination from a file with exactly this content is already stored, so that the file need not be parsed again.
     *
     * @param sha256 digest of the file's bytes, lower-case hexadecimal
     */
    boolean contains(String sha256);

    /**
     * Adds the determination, or replaces its previous version as one atomic block.
     */
    Put put(Determination determination);

    /**
     * Removes a determination.
     *
     * @param id as stored; case numbers are in upper case
     * @return whether it existed
     */
    boolean remove(String id);

    /**
     * Makes all changes so far durable and searchable.
     */
    void commit();

    @Override
    void close();

    /**
     * Result of adding a determination.
     */
    enum Put {
        /** The determination is new. */
        INDEXED,
        /** Replaced a version with different content. */
        REPLACED,
        /** The stored content is identical; nothing was written. */
        UNCHANGED
    }
}
