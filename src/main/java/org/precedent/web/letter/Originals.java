package org.precedent.web.letter;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Access to the files that determinations were read from.
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
