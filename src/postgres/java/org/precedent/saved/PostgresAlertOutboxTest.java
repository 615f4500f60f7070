package org.precedent.saved;

import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Runs the contract of alerts and their outbox on PostgreSQL.
 */
class PostgresAlertOutboxTest extends AlertOutboxContract {
    @RegisterExtension
    static final TestPostgres SERVER = new TestPostgres();

    private final DatabaseAddress.PostgresServer database = SERVER.database();

    @Override
    DatabaseAddress address() {
        return database;
    }
}
