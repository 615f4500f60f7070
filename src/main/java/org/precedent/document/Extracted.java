package org.precedent.document;

import java.util.List;

/**
 * The result of extracting the text of one file.
 */
public sealed interface Extracted {
    /**
     * The extracted text of a file.
     *
     * @param text lines end in {@code '\n'}, pages of a PDF are separated by {@code '\f'}; no other control characters; paragraphs of a PDF
     *     are separated by one empty line
     * @param scanned whether any of it was recognized from images and may contain misread characters
     * @param caveats how the text differs from the document; empty if it is complete
     */
    record Text(String text, boolean scanned, List<Caveat> caveats) implements Extracted {
        public Text {
            caveats = List.copyOf(caveats);
        }

        /**
         * Creates a complete text, without caveats.
         */
        public Text(String text) {
            this(text, false, List.of());
        }
    }

    /**
     * The file was rejected; no text was extracted.
     *
     * @param reason the reason for the rejection
     * @param message one sentence for the user, without the file name: what was found, what was expected, and a remedy
     */
    record Rejected(Reason reason, String message) implements Extracted {
        public Rejected {
            message = DisplayText.sanitize(message, 500);
        }
    }

    /**
     * Reasons for rejecting a file.
     */
    enum Reason {
        /** The file is empty. */
        EMPTY,
        /** There is text, but too little for a determination. */
        NO_TEXT,
        /** Pages are images, or their text layer is unreadable; OCR was not requested or not possible. */
        NEEDS_OCR,
        /** An image, a program, or an unknown file type. */
        NOT_A_DOCUMENT,
        /** A PDF portfolio, whose documents are its attachments. */
        PORTFOLIO,
        /** The file exceeds the size limit. */
        TOO_LARGE,
        /** The file exceeds the page limit. */
        TOO_MANY_PAGES,
        /** Reading exceeded the time limit. */
        TOO_SLOW,
        /** Reading ran out of memory. */
        TOO_MUCH_MEMORY,
        /** The file is truncated or malformed. */
        DAMAGED,
        /** A password is required to open the file. */
        PASSWORD,
        /** The owner permissions forbid copying, and the operator has not chosen to ignore them. */
        COPY_RESTRICTED,
        /** The unpacked archive exceeds a limit. */
        ARCHIVE_LIMIT,
        /** A symbolic link leads out of the input folder, and the operator has not allowed such links. */
        LINK,
        /** The file could not be opened: missing, no permission, failing disk. */
        UNREADABLE;

        /**
         * Returns the name used in reports: {@code copy-restricted}.
         */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Creates a rejection.
     */
    static Rejected rejected(Reason reason, String message) {
        return new Rejected(reason, message);
    }
}
