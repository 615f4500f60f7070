package org.precedent.determination;

/**
 * The source of a determination: file, digest, layout and text.
 *
 * @param source file name, or {@code archive.zip!/entry} inside an archive
 * @param sha256 lower-case hexadecimal digest of the file's bytes
 * @param layout the document layout
 * @param scanned whether the text was recognized from images (OCR) and may contain misread characters
 * @param fictional whether the text says that it is a fictional sample
 * @param text the extracted text that every {@link Span} of this determination refers to
 */
public record Origin(String source, String sha256, Layout layout, boolean scanned, boolean fictional, String text) {}
