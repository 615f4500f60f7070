package org.precedent.ingest;

import java.util.Optional;
import org.precedent.determination.Determination;
import org.precedent.document.source.Source.Content;

/**
 * The result of reading one source.
 */
public sealed interface LetterRead {
    /**
     * The source was read and parsed.
     *
     * @param determination the parsed determination
     * @param isNamedByFile whether it has no case number, so that its id comes from the file name
     * @param original the file it was read from; empty if it comes from a JSON Lines record
     */
    record Read(Determination determination, boolean isNamedByFile, Optional<Content> original) implements LetterRead {}

    /**
     * The content of the source is already indexed, so it was not read again.
     *
     * @param sha256 digest of the content, lower-case hexadecimal
     */
    record Known(String sha256) implements LetterRead {}

    /**
     * No determination could be read from the source.
     *
     * @param reason the kind of rejection: {@code copy-restricted}, {@code no-issue}
     * @param message one sentence for the user, without the file name
     */
    record Refused(String reason, String message) implements LetterRead {}
}
