package org.precedent.saved;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The SQLite database: one connection for writes, a few for reads. The message of every exception names the file.
 */
final class SqliteDatabase implements Database {
    private static final int READERS = 4;

    /** The configured file, named in messages. */
    private final Path file;

    /** The file that is open: the configured file or a copy of it. */
    private final Path opened;

    private final OpenFiles files;
    private final Connections writer;
    private final Connections readers;
    private final Jdbi writing;
    private final Jdbi reading;

    private SqliteDatabase(Path file, Path opened, Connections writer, Connections readers) throws IOException {
        this.file = file;
        this.opened = opened;
        this.files = OpenFiles.of(opened);
        this.writer = writer;
        this.readers = readers;
        this.writing = Jdbi.create(writer);
        this.reading = Jdbi.create(readers);
    }

    /**
     * Opens the file, creating it if it does not exist, and migrates it to the newest schema.
     *
     * @throws DatabaseUnavailableException if that fails
     */
    static SqliteDatabase open(Path file) {
        if (ReadOnlyCopy.isNeeded(file)) {
            throw onlyReadable(file);
        }
        return open(file, file);
    }

    private static DatabaseUnavailableException onlyReadable(Path file) {
        return new DatabaseUnavailableException(
                file + ": is read-only, so searches cannot be saved; check that the disk is mounted for writing and"
                        + " that the folder is writable");
    }

    /**
     * Opens a copy of the file for reading; writes are rejected.
     *
     * @param file the configured file, named in messages
     * @throws DatabaseUnavailableException if that fails
     */
    static SqliteDatabase open(Path file, Path copy) {
        try {
            createDurably(copy.toAbsolutePath().getParent());
            var writer = new Connections(copy, 1);
            try {
                Jdbi.create(writer)
                        .useTransaction(handle -> Schema.migrate(handle, Schema.Dialect.SQLITE, file.toString()));
                force(copy.toAbsolutePath().getParent());
                return new SqliteDatabase(file, copy, writer, new Connections(copy, READERS));
            } catch (IOException | SQLException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (IOException | SQLException | JdbiException e) {
            throw unavailable(file, "cannot open the saved searches", e);
        }
    }

    private static void createDurably(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            createDurably(folder.getParent());
            Files.createDirectories(folder);
            force(folder.getParent());
        }
    }

    /** Forces the directory entries of a folder to disk, without which a new file may not survive power loss. */
    private static void force(@Nullable Path folder) throws IOException {
        if (folder != null) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public <T> T read(HandleCallback<T, RuntimeException> work) {
        try {
            return reading.withHandle(work);
        } catch (JdbiException e) {
            throw unavailable(file, "cannot read the saved searches", e);
        }
    }

    @Override
    public <T> T write(HandleCallback<T, RuntimeException> work) {
        if (!opened.equals(file)) {
            throw onlyReadable(file);
        }
        requireThere();
        try {
            T result = writing.inTransaction(work);
            requireThere();
            return result;
        } catch (JdbiException e) {
            throw unavailable(file, "cannot write the saved searches", e);
        }
    }

    private void requireThere() {
        files.findLost().ifPresent(lost -> {
            throw new DatabaseUnavailableException(
                    lost + ": was deleted or replaced while it was in use; nothing was saved;"
                            + " put it back, or a backup in its place, and restart");
        });
    }

    @Override
    public void copyTo(Path target) {
        var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            // on a separate connection, so that a long copy blocks no one
            try (var connection = Connections.connect(opened);
                    var copy = connection.prepareStatement("VACUUM INTO ?")) {
                copy.setString(1, unfinished.toString());
                copy.execute();
            }
            try (var written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            force(target.toAbsolutePath().getParent());
        } catch (IOException | SQLException e) {
            throw unavailable(target, "cannot copy the saved searches there", e);
        }
    }

    @Override
    public List<String> damage() {
        try {
            return read(this::damage);
        } catch (DatabaseUnavailableException e) {
            // some damage makes the check itself fail
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private List<String> damage(Handle handle) {
        var structure = handle.createQuery("PRAGMA integrity_check").mapTo(String.class).list().stream()
                .filter(line -> !line.equals("ok"))
                .map(line -> file + ": " + line + "; restore a backup")
                .toList();
        return structure.isEmpty() ? RowChecksums.damage(handle, file.toString()) : structure;
    }

    @Override
    public void close() {
        try {
            readers.close();
            writer.close();
        } catch (SQLException e) {
            throw unavailable(file, "cannot close the saved searches", e);
        }
    }

    private static DatabaseUnavailableException unavailable(Path file, String what, Exception cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new DatabaseUnavailableException(
                file + ": " + what + ": " + root.getMessage()
                        + "; check that the disk has free space and that the folder is writable",
                cause);
    }

    /**
     * Detects that files of an open database were deleted or replaced. SQLite keeps writing to such files, and what is written there is
     * lost.
     */
    private static final class OpenFiles {
        private final Map<Path, Object> keys = new LinkedHashMap<>();

        private OpenFiles() {}

        /** Records the current database file and its write-ahead log. */
        static OpenFiles of(Path database) throws IOException {
            var open = new OpenFiles();
            for (var file : new Path[] {database, database.resolveSibling(database.getFileName() + "-wal")}) {
                if (Files.exists(file)) {
                    open.keys.put(file, key(file).orElse(file));
                }
            }
            return open;
        }

        /** A file that is no longer the one that was opened; empty if there is none. */
        Optional<Path> findLost() {
            return keys.keySet().stream().filter(this::isLost).findFirst();
        }

        private boolean isLost(Path file) {
            try {
                return !key(file).orElse(file).equals(keys.get(file));
            } catch (IOException e) {
                return true;
            }
        }

        // some file systems have no file keys; there, only a missing file is detected
        private static Optional<Object> key(Path file) throws IOException {
            @Nullable
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return Optional.ofNullable(key);
        }
    }
}
