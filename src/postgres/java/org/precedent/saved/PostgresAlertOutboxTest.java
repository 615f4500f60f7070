package org.precedent.saved;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The promises of alerts and their outbox, kept by PostgreSQL.
 */
class PostgresAlertOutboxTest extends AlertOutboxContract {
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
