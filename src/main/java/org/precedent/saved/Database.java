package org.precedent.saved;

import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.HandleCallback;

/**
 * A relational database with transactions. The message of every exception names the database and a remedy.
 */
sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {
    /**
     * Opens the database, creates missing tables and migrates them to the newest schema.
     *
     * @throws DatabaseUnavailableException if that fails
     */
    static Database open(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.SqliteFile sqlite -> SqliteDatabase.open(sqlite.file());
            case DatabaseAddress.PostgresServer server -> PostgresDatabase.open(server);
        };
    }

    /** Runs read queries; each statement sees one consistent state. */
    <T> T read(HandleCallback<T, RuntimeException> work);

    /**
     * Runs a write transaction, which is durable when this returns. Writers run one at a time, across all processes, so that data a writer
     * has read does not change before it writes.
     *
     * @throws DatabaseUnavailableException if the transaction failed or it is unknown whether it was committed
     */
    <T> T write(HandleCallback<T, RuntimeException> work);

    /** Copies one consistent state to a new file, which is created atomically. */
    void copyTo(Path target);

    /** Damage found in the data, one sentence each with a remedy; empty if there is none. */
    List<String> damage();

    @Override
    void close();
}
