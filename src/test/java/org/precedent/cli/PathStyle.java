package org.precedent.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The ways in which a user may write the path of a folder.
 */
enum PathStyle {
    ABSOLUTE {
        @Override
        Path name(Path folder) {
            return folder.toAbsolutePath();
        }
    },
    RELATIVE {
        @Override
        Path name(Path folder) {
            return Path.of("").toAbsolutePath().relativize(folder.toAbsolutePath());
        }
    },
    SYMLINKED {
        @Override
        Path name(Path folder) {
            try {
                var link = folder.resolveSibling(folder.getFileName() + "-link");
                Files.deleteIfExists(link);
                return Files.createSymbolicLink(link, folder.toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    /** Writes the path of an existing folder in this style. */
    abstract Path name(Path folder);
}
