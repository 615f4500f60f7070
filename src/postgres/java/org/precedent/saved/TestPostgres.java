package org.precedent.saved;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL server for tests, on a free port of this machine, with a new database for each test that asks.
 */
public final class TestPostgres implements AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final EmbeddedPostgres server;

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts it. */
    public static TestPostgres start() {
        try {
            return new TestPostgres(EmbeddedPostgres.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database. */
    public DatabaseAddress.PostgresServer database() {
        var name = "test_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return address(name, "postgres");
    }

    DatabaseAddress.PostgresServer address(String name, String user) {
        return new DatabaseAddress.PostgresServer(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name, Optional.of(user), Optional.empty());
    }

    /** Runs a statement as the superuser in the server's own database. */
    void execute(String sql) {
        execute(address("postgres", "postgres"), sql);
    }

    /** Runs a statement as the superuser in a database. */
    static void execute(DatabaseAddress.PostgresServer database, String sql) {
        try (var connection = DriverManager.getConnection(database.url(), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
