package org.precedent.lucene.store;

/**
 * Thrown when another process holds the write lock of the index.
 */
public final class IndexInUse extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IndexInUse(String message) {
        super(message);
    }
}
