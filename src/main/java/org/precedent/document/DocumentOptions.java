package org.precedent.document;

import java.util.Optional;

/**
 * Options for reading documents.
 *
 * @param ignoreCopyRestriction the operator states that they may index files whose owner flag forbids copying
 * @param ocr the program that recognizes the text of scanned pages, called as {@code tesseract} is; empty for none
 * @param limits bounds on hostile or mistaken input
 */
public record DocumentOptions(boolean ignoreCopyRestriction, Optional<String> ocr, Limits limits) {
    /**
     * Copy restrictions respected, no text recognition, usual limits.
     */
    public static final DocumentOptions DEFAULT = new DocumentOptions(false, Optional.empty(), Limits.DEFAULT);

    /**
     * The same, with copy restrictions ignored.
     */
    public DocumentOptions ignoringCopyRestriction() {
        return new DocumentOptions(true, ocr, limits);
    }

    /**
     * The same, with text recognition.
     *
     * @param program its name or path
     */
    public DocumentOptions withOcr(String program) {
        return new DocumentOptions(ignoreCopyRestriction, Optional.of(program), limits);
    }

    /**
     * The same, without text recognition.
     */
    public DocumentOptions withoutOcr() {
        return new DocumentOptions(ignoreCopyRestriction, Optional.empty(), limits);
    }

    /**
     * The same, with other limits.
     */
    public DocumentOptions withLimits(Limits other) {
        return new DocumentOptions(ignoreCopyRestriction, ocr, other);
    }
}
