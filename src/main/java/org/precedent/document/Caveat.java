package org.precedent.document;

/**
 * A difference between the extracted text and what the document contains or shows.
 *
 * @param kind what kind of difference
 * @param message one sentence for people
 */
public record Caveat(Kind kind, String message) {
    private static final int MOST = 500;

    /**
     * The kinds of differences.
     */
    public enum Kind {
        /** A page is only a picture, or its text layer is unreadable; its content is not in the text. */
        PAGE_WITHOUT_TEXT,
        /** Text that no reader sees was left out: hidden, covered, deleted or moved by tracked changes. */
        HIDDEN_TEXT,
        /** Marks on the pages, such as stamps, watermarks and line numbers, were kept out of the sentences. */
        PAGE_MARK,
        /** Some bytes are not valid characters of the text's encoding. */
        DAMAGED_CHARACTERS
    }

    public Caveat {
        message = DisplayText.sanitize(message, MOST);
    }
}
