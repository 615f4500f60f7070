package org.precedent.web.letter;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks up the original file of a determination, as posted, by its checksum.
 */
@FunctionalInterface
public interface Originals {
    /** None is kept. */
    Originals NONE = sha256 -> Optional.empty();

    /**
     * The file with this content.
     *
     * @param sha256 lower-case hexadecimal digest
     * @return empty where it is not kept
     */
    Optional<Path> find(String sha256);
}
