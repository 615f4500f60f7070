package org.precedent.saved;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The SQLite file: one connection that writes, a few that read, and every failure told with the file's name.
 */
final class Database implements AutoCloseable {
    private static final int READERS = 4;

    private final Path file;
    private final Connections writer;
    private final Connections readers;
    private final Jdbi writing;
    private final Jdbi reading;

    private Database(Path file, Connections writer, Connections readers) {
        this.file = file;
        this.writer = writer;
        this.readers = readers;
        this.writing = Jdbi.create(writer);
        this.reading = Jdbi.create(readers);
    }

    /**
     * Opens the file, makes it where there is none, and brings it to the newest form.
     *
     * @throws Unavailable when that cannot be done
     */
    static Database open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var writer = new Connections(file, 1);
            try {
                Jdbi.create(writer).useTransaction(handle -> Schema.migrate(handle, file));
                return new Database(file, writer, new Connections(file, READERS));
            } catch (SQLException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (IOException | SQLException | JdbiException e) {
            throw unavailable(file, "cannot open the saved searches", e);
        }
    }

    /** Reads one consistent state. */
    <T> T read(HandleCallback<T, RuntimeException> work) {
        try {
            return reading.withHandle(work);
        } catch (JdbiException e) {
            throw unavailable(file, "cannot read the saved searches", e);
        }
    }

    /** Writes all of it or nothing; durable when this returns. */
    <T> T write(HandleCallback<T, RuntimeException> work) {
        try {
            return writing.inTransaction(work);
        } catch (JdbiException e) {
            throw unavailable(file, "cannot write the saved searches", e);
        }
    }

    /** Copies one consistent state to a new file, which appears whole or not at all. */
    void copyTo(Path target) {
        var unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            Files.deleteIfExists(unfinished);
            // of its own, so that nobody waits for a long copy
            try (var connection = Connections.connect(file);
                    var copy = connection.prepareStatement("VACUUM INTO ?")) {
                copy.setString(1, unfinished.toString());
                copy.execute();
            }
            try (var written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | SQLException e) {
            throw unavailable(target, "cannot copy the saved searches there", e);
        }
    }

    /** What is wrong with the file and what to do, a sentence each; empty when nothing is. */
    List<String> damage() {
        try {
            return read(this::damage);
        } catch (Unavailable e) {
            // Damage in some places keeps the check itself from being made.
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private List<String> damage(Handle handle) {
        var structure = handle.createQuery("PRAGMA integrity_check").mapTo(String.class).list().stream()
                .filter(line -> !line.equals("ok"))
                .map(line -> file + ": " + line + "; restore a backup")
                .toList();
        return structure.isEmpty()
                ? Seals.broken(handle).stream()
                        .map(id -> file + ": the saved search " + id + " is not what was saved; restore a backup")
                        .toList()
                : structure;
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

    private static Unavailable unavailable(Path file, String what, Exception cause) {
        Throwable root = cause;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new Unavailable(
                file + ": " + what + ": " + root.getMessage()
                        + "; check that the disk has room and that the folder may be written",
                cause);
    }
}
