package org.precedent.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.precedent.json.Json;
import org.precedent.saved.DatabaseAddress;
import org.precedent.saved.InvalidInputException;
import org.precedent.saved.SavedSearches;
import org.precedent.saved.StoreContents;

/**
 * The JSON file by which saved searches, folders and alerts move from one database to another, of SQLite or PostgreSQL. It holds
 * everybody's notes and addresses, so only its owner may read it.
 */
final class SavedFile {
    private SavedFile() {}

    /**
     * Writes everything a database holds to a new file.
     *
     * @throws IOException when there is no such database, or there is such a file
     */
    static StoreContents write(Path file, DatabaseAddress address) throws IOException {
        if (address instanceof DatabaseAddress.SqliteFile sqlite && !Files.exists(sqlite.file())) {
            throw new IOException(sqlite + ": no search is saved there; name the folder of the index with --index");
        }
        try (var saved = SavedSearches.openToRead(address, InstantSource.system())) {
            var contents = saved.export();
            create(file);
            try {
                Files.write(file, Json.writeBytes(contents), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return contents;
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file, ownerOnly(file));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(file + ": is there already; name a new file");
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Takes such a file into an empty database.
     *
     * @throws IOException when the database is not empty, or it is no such file
     */
    static StoreContents read(Path file, DatabaseAddress address) throws IOException {
        var contents = contents(file);
        try (var saved = SavedSearches.open(address, InstantSource.system())) {
            saved.restore(contents, address.toString());
        } catch (InvalidInputException e) {
            throw new IOException(file + ": " + e.getMessage());
        }
        return contents;
    }

    private static StoreContents contents(Path file) throws IOException {
        try {
            return Json.read(Files.readAllBytes(file), StoreContents.class);
        } catch (Json.NotJson e) {
            throw new IOException(file + ": expected a file that `precedent saved --export` wrote, found another");
        }
    }
}
