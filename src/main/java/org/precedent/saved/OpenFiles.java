package org.precedent.saved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Detects that files of an open database were deleted or replaced. SQLite goes on writing to files that were deleted or
 * replaced while open, where nobody finds again what was saved.
 */
final class OpenFiles {
    private final Map<Path, Object> keys = new LinkedHashMap<>();

    private OpenFiles() {}

    /** The database and its write-ahead log as they are now. */
    static OpenFiles of(Path database) throws IOException {
        var open = new OpenFiles();
        for (var file : new Path[] {database, database.resolveSibling(database.getFileName() + "-wal")}) {
            if (Files.exists(file)) {
                open.keys.put(file, key(file).orElse(file));
            }
        }
        return open;
    }

    /** A file that is no longer the one that was opened; empty when all are. */
    Optional<Path> lost() {
        return keys.keySet().stream().filter(this::isLost).findFirst();
    }

    private boolean isLost(Path file) {
        try {
            return !key(file).orElse(file).equals(keys.get(file));
        } catch (IOException e) {
            return true;
        }
    }

    // some file systems have no such keys; then only a missing file is noticed
    private static Optional<Object> key(Path file) throws IOException {
        @Nullable
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return Optional.ofNullable(key);
    }
}
