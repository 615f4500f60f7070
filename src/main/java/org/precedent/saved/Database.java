package org.precedent.saved;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.HandleCallback;

/**
 * A relational database with transactions. Every failure names the database and what to do.
 */
sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {
    /**
     * Opens it, creates the tables that are missing, and brings them to the newest schema.
     *
     * @throws DatabaseUnavailableException when that cannot be done
     */
    static Database open(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.SqliteFile sqlite -> SqliteDatabase.open(sqlite.file());
            case DatabaseAddress.PostgresServer server -> PostgresDatabase.open(server);
        };
    }

    /** Reads; each statement sees one consistent state. */
    <T> T read(HandleCallback<T, RuntimeException> work);

    /**
     * Writes all of it or nothing; durable when this returns. Writers run one after another, whatever process they are in, so
     * that what one has read does not change before it writes.
     *
     * @throws DatabaseUnavailableException when it was not written, or it is not certain that it was
     */
    <T> T write(HandleCallback<T, RuntimeException> work);

    /** Copies one consistent state to a new file, which appears whole or not at all. */
    void copyTo(Path target);

    /** What is wrong with the data and what to do, a sentence each; empty when nothing is. */
    List<String> damage();

    @Override
    void close();
}
