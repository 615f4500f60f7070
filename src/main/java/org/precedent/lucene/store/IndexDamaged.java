package org.precedent.lucene.store;

/**
 * The index is not what was written; the message says which file, and what helps.
 */
public final class IndexDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IndexDamaged(String message) {
        super(message);
    }
}
