package org.precedent.parse;

/**
 * The input of the parser: the text of a determination and its source.
 *
 * @param source file name, or {@code archive.zip!/entry}
 * @param sha256 lower-case hexadecimal digest of the file's bytes
 * @param text the extracted text
 * @param scanned whether the text was recognized from images (OCR)
 */
public record Letter(String source, String sha256, String text, boolean scanned) {
    /**
     * Returns a copy with another source and text.
     */
    Letter with(String newSource, String newText) {
        return new Letter(newSource, sha256, newText, scanned);
    }
}
