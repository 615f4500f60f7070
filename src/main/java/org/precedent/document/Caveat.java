package org.precedent.document;

/**
 * A difference between the extracted text and what the document contains or shows.
 *
 * @param kind the kind of difference
 * @param message one sentence for the user
 */
public record Caveat(Kind kind, String message) {
    private static final int MAX_LENGTH = 500;

    /**
     * The kinds of differences.
     */
    public enum Kind {
        /** A page is only an image, or its text layer is unreadable; its content is missing from the text. */
        PAGE_WITHOUT_TEXT,
        /** Text that a reader of the document would not see was left out: hidden, covered, deleted or moved by tracked changes. */
        HIDDEN_TEXT,
        /** Page marks such as stamps, watermarks and line numbers were removed from the sentences. */
        PAGE_MARK,
        /** Some bytes are not valid characters of the text's encoding. */
        DAMAGED_CHARACTERS
    }

    public Caveat {
        message = DisplayText.sanitize(message, MAX_LENGTH);
    }
}
