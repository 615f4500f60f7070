package org.precedent.document;

import java.util.Optional;

/**
 * Options for reading documents.
 *
 * @param ignoreCopyRestriction whether to read files whose owner permissions forbid copying, which the operator must be entitled to do
 * @param ocr the OCR program for scanned pages, with the command line of {@code tesseract}; empty to disable OCR
 * @param limits limits on the size, page count and processing time of a file
 */
public record DocumentOptions(boolean ignoreCopyRestriction, Optional<String> ocr, Limits limits) {
    /**
     * Copy restrictions respected, no OCR, default limits.
     */
    public static final DocumentOptions DEFAULT = new DocumentOptions(false, Optional.empty(), Limits.DEFAULT);

    /**
     * Returns a copy that ignores copy restrictions.
     */
    public DocumentOptions ignoringCopyRestriction() {
        return new DocumentOptions(true, ocr, limits);
    }

    /**
     * Returns a copy with OCR enabled.
     *
     * @param program name or path of the OCR program
     */
    public DocumentOptions withOcr(String program) {
        return new DocumentOptions(ignoreCopyRestriction, Optional.of(program), limits);
    }

    /**
     * Returns a copy with OCR disabled.
     */
    public DocumentOptions withoutOcr() {
        return new DocumentOptions(ignoreCopyRestriction, Optional.empty(), limits);
    }

    /**
     * Returns a copy with other limits.
     */
    public DocumentOptions withLimits(Limits other) {
        return new DocumentOptions(ignoreCopyRestriction, ocr, other);
    }
}
