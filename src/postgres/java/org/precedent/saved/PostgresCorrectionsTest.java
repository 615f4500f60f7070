package org.precedent.saved;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Runs the contract of corrections on PostgreSQL.
 */
class PostgresCorrectionsTest extends CorrectionsContract {
    private static TestPostgres server;

    private final DatabaseAddress.PostgresServer database = newDatabase();

    @BeforeAll
    static void start() {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static DatabaseAddress.PostgresServer newDatabase() {
        return server.database();
    }

    @Override
    DatabaseAddress address() {
        return database;
    }
}
