package org.precedent.saved;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real PostgreSQL server for tests, on a free local port, which creates a new database on each request. As a JUnit extension, it runs
 * for the duration of its test class.
 */
public final class TestPostgres implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private @Nullable EmbeddedPostgres server;

    /** Starts a server that the caller must close; test classes register an instance as an extension instead. */
    public static TestPostgres start() {
        var postgres = new TestPostgres();
        postgres.beforeAll();
        return postgres;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        beforeAll();
    }

    private void beforeAll() {
        try {
            server = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    private EmbeddedPostgres running() {
        return Objects.requireNonNull(server, "not started");
    }

    /** Creates a new, empty database. */
    public DatabaseAddress.PostgresServer database() {
        var name = "test_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return address(name, "postgres");
    }

    DatabaseAddress.PostgresServer address(String name, String user) {
        return new DatabaseAddress.PostgresServer(
                "jdbc:postgresql://127.0.0.1:" + running().getPort() + "/" + name, Optional.of(user), Optional.empty());
    }

    /** Runs a statement as the superuser in the server's default database. */
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
            running().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
