package org.precedent.ingest;

import java.util.Optional;
import org.precedent.determination.Determination;
import org.precedent.document.source.Source.Content;

/**
 * The result of reading one source.
 */
public sealed interface LetterRead {
    /**
     * A determination.
     *
     * @param determination the letter
     * @param isNamedByFile it has no case number, and its id comes from its file name
     * @param original the file it was read from; empty where it comes from a record
     */
    record Read(Determination determination, boolean isNamedByFile, Optional<Content> original) implements LetterRead {}

    /**
     * Its content was known, so it was not read again.
     *
     * @param sha256 digest of the content, lower-case hexadecimal
     */
    record Known(String sha256) implements LetterRead {}

    /**
     * No letter could be read from it.
     *
     * @param reason the kind of refusal: {@code copy-restricted}, {@code no-issue}
     * @param message one sentence for people without the file's name
     */
    record Refused(String reason, String message) implements LetterRead {}
}
