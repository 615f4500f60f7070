package org.precedent.saved;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * A temporary copy of a database on a read-only disk. SQLite must create files next to a WAL-mode database even to read it. If the
 * database does not exist, nothing is copied.
 */
final class ReadOnlyCopy implements AutoCloseable {
    private static final List<String> SUFFIXES = List.of("", "-wal");
    private static final int ATTEMPTS = 10;

    private final Path folder;
    private final Path file;

    private ReadOnlyCopy(Path folder, Path file) {
        this.folder = folder;
        this.file = file;
    }

    /** Whether the database can be read only through a copy, because its file or folder is not writable. */
    static boolean isNeeded(Path database) {
        var parent = database.toAbsolutePath().getParent();
        return parent != null
                && Files.isDirectory(parent)
                && !(Files.isWritable(parent) && (Files.isWritable(database) || !Files.exists(database)));
    }

    static ReadOnlyCopy of(Path database) throws IOException {
        var folder = Files.createTempDirectory("precedent");
        var copy = new ReadOnlyCopy(folder, folder.resolve("precedent.db"));
        try {
            copy.take(database);
            return copy;
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    Path file() {
        return file;
    }

    // another machine may have write access to the disk; a copy of files from different times would be inconsistent
    private void take(Path database) throws IOException {
        for (int attempt = 1; ; attempt++) {
            var before = state(database);
            for (var suffix : SUFFIXES) {
                var target = sibling(file, suffix);
                Files.deleteIfExists(target);
                try {
                    Files.copy(sibling(database, suffix), target);
                    target.toFile().setWritable(true);
                } catch (NoSuchFileException e) {
                    if (suffix.isEmpty() && Files.exists(database)) {
                        throw e;
                    }
                }
            }
            if (before.equals(state(database)) || attempt == ATTEMPTS) {
                return;
            }
        }
    }

    private static List<String> state(Path database) throws IOException {
        var state = new java.util.ArrayList<String>();
        for (var suffix : SUFFIXES) {
            var file = sibling(database, suffix);
            if (Files.exists(file)) {
                FileTime modified = Files.getLastModifiedTime(file);
                state.add(suffix + " " + Files.size(file) + " " + modified);
            }
        }
        return state;
    }

    private static Path sibling(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var left : files) {
                Files.delete(left);
            }
        }
        Files.delete(folder);
    }
}
