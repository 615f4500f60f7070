package org.precedent.lucene.store;

/**
 * Thrown when the index is damaged; the message names the file and how to fix it.
 */
public final class IndexDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IndexDamagedException(String message) {
        super(message);
    }
}
