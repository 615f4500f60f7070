package org.precedent.saved;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Address of the database: a SQLite file or a PostgreSQL URL.
 */
public sealed interface DatabaseAddress {
    /**
     * A SQLite file.
     *
     * @param file path of the file; need not exist
     */
    record SqliteFile(Path file) implements DatabaseAddress {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    /**
     * A database on a PostgreSQL server.
     *
     * @param url {@code jdbc:postgresql://host:port/database}, without a password
     * @param user user name; empty for that of the operating system
     * @param passwordFile file whose first line is the password; empty if the server requires none
     */
    record PostgresServer(String url, Optional<String> user, Optional<Path> passwordFile) implements DatabaseAddress {
        @Override
        public String toString() {
            return url;
        }
    }
}
