package org.precedent.determination;

/**
 * The source of a determination: file, digest, layout and text.
 *
 * @param source name of the file, or {@code archive.zip!/entry} within an archive
 * @param sha256 lower-case hexadecimal digest of the file's bytes
 * @param layout the form of the determination
 * @param scanned the text was recognized from images (OCR) and may hold misread characters
 * @param fictional the text says that it is a fictional sample
 * @param text the extracted text every {@link Span} of this determination points into
 */
public record Origin(String source, String sha256, Layout layout, boolean scanned, boolean fictional, String text) {}
