package org.precedent.saved;

/**
 * Thrown when the database of saved searches cannot be read or written; the message names the database, the reason and a remedy. Earlier
 * writes that succeeded are not affected.
 */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message) {
        super(message);
    }

    DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
