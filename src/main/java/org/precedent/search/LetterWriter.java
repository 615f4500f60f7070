package org.precedent.search;

import org.precedent.determination.Determination;

/**
 * Write side of an engine. Not thread-safe. Changes become searchable and durable with {@link #commit}; closing without a
 * commit discards them.
 */
public interface LetterWriter extends AutoCloseable {
    /**
     * Whether a determination with exactly this content is stored already, so that it need not be read again.
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
     * @param id as kept; a case number is in upper case
     * @return whether it was there
     */
    boolean remove(String id);

    /**
     * Makes everything put so far durable and searchable.
     */
    void commit();

    @Override
    void close();

    /**
     * Result of adding a determination.
     */
    enum Put {
        /** New. */
        INDEXED,
        /** Took the place of an earlier content. */
        REPLACED,
        /** Nothing differs; nothing was written. */
        UNCHANGED
    }
}
