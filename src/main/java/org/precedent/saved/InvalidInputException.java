package org.precedent.saved;

/**
 * Thrown when input cannot be saved; the message gives the reason and what would be accepted.
 */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    InvalidInputException(String field, String message) {
        super(message);
        this.field = field;
    }

    /**
     * Name of the invalid input: {@code name}.
     */
    public String field() {
        return field;
    }
}
