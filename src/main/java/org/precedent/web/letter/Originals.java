package org.precedent.web.letter;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks up the original file of a determination by its checksum.
 */
@FunctionalInterface
public interface Originals {
    /** Store that contains no files. */
    Originals NONE = sha256 -> Optional.empty();

    /**
     * Finds the file with this content.
     *
     * @param sha256 lower-case hexadecimal digest
     * @return empty if the file is not kept
     */
    Optional<Path> find(String sha256);
}
