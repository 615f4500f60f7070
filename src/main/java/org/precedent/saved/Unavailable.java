package org.precedent.saved;

/**
 * Thrown when the database of saved searches cannot be read or written; the message names file, reason and remedy. Nothing
 * acknowledged before is affected.
 */
public final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unavailable(String message) {
        super(message);
    }

    Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
