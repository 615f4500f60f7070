package org.precedent.determination;

/**
 * The side of the body that a request names.
 */
public enum Laterality {
    RIGHT("Right"),
    LEFT("Left"),
    BILATERAL("Bilateral");

    private final String label;

    Laterality(String label) {
        this.label = label;
    }

    /**
     * The word used in JSON and pages: {@code Right}.
     */
    public String label() {
        return label;
    }
}
