package org.precedent.document;

import java.util.List;

/**
 * The result of extracting the text of one file.
 */
public sealed interface Extracted {
    /**
     * The file's text.
     *
     * @param text lines end in {@code '\n'}, pages of a PDF are separated by {@code '\f'}; no other control characters; a PDF's
     *     paragraphs are separated by one empty line
     * @param scanned whether any of it was recognized from images and may hold misread characters
     * @param caveats what a reader of the text must know that the text does not show; empty when it is all of the document
     */
    record Text(String text, boolean scanned, List<Caveat> caveats) implements Extracted {
        public Text {
            caveats = List.copyOf(caveats);
        }

        /**
         * All of a document's text, without caveats.
         */
        public Text(String text) {
            this(text, false, List.of());
        }
    }

    /**
     * No text was taken from the file.
     *
     * @param reason the kind of refusal
     * @param message one sentence for people, without the file's name: what was found, what was expected, what helps
     */
    record Rejected(Reason reason, String message) implements Extracted {
        public Rejected {
            message = DisplayText.sanitize(message, 500);
        }
    }

    /**
     * The kinds of refusal.
     */
    enum Reason {
        /** The file has no bytes. */
        EMPTY,
        /** There is text, but too little of it for a letter. */
        NO_TEXT,
        /** Pages are images, or their text layer is unreadable; text recognition was not requested or not possible. */
        NEEDS_OCR,
        /** An image, a program, or bytes of no known kind. */
        NOT_A_DOCUMENT,
        /** A PDF portfolio: the documents are its attachments. */
        PORTFOLIO,
        /** More bytes than allowed. */
        TOO_LARGE,
        /** More pages than allowed. */
        TOO_MANY_PAGES,
        /** Reading took longer than allowed. */
        TOO_SLOW,
        /** Reading took more memory than there is. */
        TOO_MUCH_MEMORY,
        /** Cut off or malformed. */
        DAMAGED,
        /** Cannot be opened without a password. */
        PASSWORD,
        /** The owner's flag forbids copying and the operator has not stated otherwise. */
        COPY_RESTRICTED,
        /** An archive that unpacks to more than allowed. */
        ARCHIVE_LIMIT,
        /** A symbolic link out of the folder that is read, which the operator has not asked to follow. */
        LINK,
        /** The file could not be opened: missing, no permission, failing disk. */
        UNREADABLE;

        /**
         * The name in reports: {@code copy-restricted}.
         */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A refusal.
     */
    static Rejected rejected(Reason reason, String message) {
        return new Rejected(reason, message);
    }
}
