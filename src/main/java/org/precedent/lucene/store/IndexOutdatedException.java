package org.precedent.lucene.store;

/**
 * Thrown when the index was written by another version and must be rebuilt.
 */
public final class IndexOutdatedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IndexOutdatedException(String message) {
        super(message);
    }
}
