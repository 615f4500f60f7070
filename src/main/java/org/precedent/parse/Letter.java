package org.precedent.parse;

/**
 * The input of the parser: the text of a determination and its source.
 *
 * @param source file name, or {@code archive.zip!/entry}
 * @param sha256 lower-case hexadecimal digest of the file's bytes
 * @param text the extracted text
 * @param scanned the text was recognized from images
 */
public record Letter(String source, String sha256, String text, boolean scanned) {
    /**
     * The same letter with another source and text.
     */
    Letter with(String newSource, String newText) {
        return new Letter(newSource, sha256, newText, scanned);
    }
}
