package org.precedent.saved;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * The promises of alerts and their outbox, kept by PostgreSQL.
 */
class PostgresAlertOutboxTest extends AlertOutboxContract {
    private static TestPostgres server;

    private final DatabaseAddress.PostgresServer database = server.database();

    @BeforeAll
    static void start() {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    DatabaseAddress address() {
        return database;
    }
}
