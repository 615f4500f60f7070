package org.precedent.document;

/**
 * What the operator allows.
 *
 * @param ignoreCopyRestriction the operator states that they may index files whose owner flag forbids copying
 * @param ocr recognise the text of scanned pages through an installed {@code tesseract}
 * @param limits bounds on hostile or mistaken input
 */
public record DocumentOptions(boolean ignoreCopyRestriction, boolean ocr, Limits limits) {
    /**
     * Copy restrictions respected, no text recognition, usual limits.
     */
    public static final DocumentOptions DEFAULT = new DocumentOptions(false, false, Limits.DEFAULT);

    /**
     * The same, with copy restrictions ignored.
     */
    public DocumentOptions ignoringCopyRestriction() {
        return new DocumentOptions(true, ocr, limits);
    }

    /**
     * The same, with text recognition.
     */
    public DocumentOptions withOcr() {
        return new DocumentOptions(ignoreCopyRestriction, true, limits);
    }

    /**
     * The same, with other limits.
     */
    public DocumentOptions within(Limits other) {
        return new DocumentOptions(ignoreCopyRestriction, ocr, other);
    }
}
