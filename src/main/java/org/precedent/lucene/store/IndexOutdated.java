package org.precedent.lucene.store;

/**
 * The index was written by a version that kept letters in another way; rebuilding it helps.
 */
public final class IndexOutdated extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IndexOutdated(String message) {
        super(message);
    }
}
