package org.precedent.saved;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database that several servers share, through a pool of connections that survives restarts of the database server. Integrity
 * is verified with row checksums; backups are left to PostgreSQL's own tools.
 */
final class PostgresDatabase implements Database {
    /** Key of the advisory lock that serializes all writers and migrations: the first eight letters of {@code precedent} in ASCII. */
    private static final long WRITERS = 0x7072_6563_6564_656EL;

    private static final int OLDEST_VERSION = 13;
    private static final int CONNECTIONS = 8;
    private static final int WAIT_MILLIS = 2_000;
    private static final long RETRY_NANOS = 2_000_000_000L;

    private final DatabaseAddress.PostgresServer address;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    /** Null while the server is reachable. */
    private final AtomicReference<@Nullable Outage> outage = new AtomicReference<>();

    /**
     * The server is unreachable.
     *
     * @param failure failure of the last caller that waited for it
     * @param retryAt {@link System#nanoTime} from which one more caller may try
     */
    private record Outage(DatabaseUnavailableException failure, long retryAt) {
        Outage(DatabaseUnavailableException failure) {
            this(failure, System.nanoTime() + RETRY_NANOS);
        }
    }

    private PostgresDatabase(DatabaseAddress.PostgresServer address, HikariDataSource pool) {
        this.address = address;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Connects and migrates the tables to the newest schema.
     *
     * @throws DatabaseUnavailableException if that fails
     */
    static PostgresDatabase open(DatabaseAddress.PostgresServer address) {
        try {
            var properties = properties(address);
            try (var connection = DriverManager.getConnection(address.url(), properties)) {
                requireVersion(address, connection.getMetaData().getDatabaseMajorVersion());
                Jdbi.create(connection).useTransaction(handle -> {
                    lock(handle);
                    Schema.migrate(handle, Schema.Dialect.POSTGRESQL, address.url());
                });
            }
            return new PostgresDatabase(address, new HikariDataSource(configuration(address, properties)));
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    address.passwordFile().orElseThrow() + ": the password cannot be read (" + e.getMessage()
                            + "); expected a file with the password in its first line",
                    e);
        } catch (SQLException | JdbiException e) {
            throw PostgresFailure.explain(address, e);
        }
    }

    private static void requireVersion(DatabaseAddress.PostgresServer address, int found) {
        if (found < OLDEST_VERSION) {
            throw new DatabaseUnavailableException(address.url() + ": expected PostgreSQL " + OLDEST_VERSION
                    + " or newer, found " + found + "; upgrade the database server");
        }
    }

    private static Properties properties(DatabaseAddress.PostgresServer address) throws IOException {
        var properties = new Properties();
        properties.setProperty("ApplicationName", "precedent");
        // in seconds; a server that hangs must not block the threads that serve pages
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "20");
        properties.setProperty("tcpKeepAlive", "true");
        address.user().ifPresent(user -> properties.setProperty("user", user));
        if (address.passwordFile().isPresent()) {
            try (var lines = Files.lines(address.passwordFile().get())) {
                properties.setProperty("password", lines.findFirst().orElse(""));
            }
        }
        return properties;
    }

    private static HikariConfig configuration(DatabaseAddress.PostgresServer address, Properties properties) {
        var configuration = new HikariConfig();
        configuration.setPoolName("saved");
        configuration.setJdbcUrl(address.url());
        configuration.setDataSourceProperties(properties);
        configuration.setMaximumPoolSize(CONNECTIONS);
        configuration.setMinimumIdle(1);
        configuration.setConnectionTimeout(WAIT_MILLIS);
        configuration.setInitializationFailTimeout(-1);
        return configuration;
    }

    /** Waits for other writers; the lock is held until the transaction ends. */
    private static void lock(Handle handle) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:key)")
                .bind("key", WRITERS)
                .mapTo(Integer.class)
                .list();
    }

    @Override
    public <T> T read(HandleCallback<T, RuntimeException> work) {
        return reaching(() -> jdbi.withHandle(work));
    }

    @Override
    public <T> T write(HandleCallback<T, RuntimeException> work) {
        return reaching(() -> jdbi.inTransaction(handle -> {
            lock(handle);
            return work.withHandle(handle);
        }));
    }

    /** Fails immediately while the server is unreachable, so that pages that only mention saved searches are not delayed. */
    private <T> T reaching(Supplier<T> work) {
        var away = outage.get();
        if (away != null
                && (System.nanoTime() - away.retryAt < 0 || !outage.compareAndSet(away, new Outage(away.failure)))) {
            throw new DatabaseUnavailableException(String.valueOf(away.failure.getMessage()), away.failure);
        }
        return run(work);
    }

    private <T> T run(Supplier<T> work) {
        try {
            T result = work.get();
            outage.set(null);
            return result;
        } catch (JdbiException e) {
            var unavailable = PostgresFailure.explain(address, e);
            outage.set(PostgresFailure.isOutage(e) ? new Outage(unavailable) : null);
            throw unavailable;
        }
    }

    @Override
    public void copyTo(Path target) {
        throw new UnsupportedOperationException(address.url() + ": is backed up with pg_dump, not copied to " + target);
    }

    @Override
    public List<String> damage() {
        try {
            return read(handle -> RowChecksums.damage(handle, address.url()));
        } catch (DatabaseUnavailableException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    /**
     * Explains errors of a PostgreSQL server or its driver by SQLSTATE.
     */
    private static final class PostgresFailure {
        private PostgresFailure() {}

        static DatabaseUnavailableException explain(DatabaseAddress.PostgresServer address, Exception failure) {
            var cause = sqlExceptions(failure).reduce((first, last) -> last);
            var state = cause.map(SQLException::getSQLState).orElse("");
            var message = cause.map(Throwable::getMessage).orElse(String.valueOf(failure.getMessage()));
            return new DatabaseUnavailableException(
                    address.url() + ": "
                            + message.lines().findFirst().orElse("").strip() + "; " + remedy(state),
                    failure);
        }

        /** Whether the pool timed out waiting for a connection. */
        static boolean isOutage(Exception failure) {
            return Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause)
                    .anyMatch(SQLTransientConnectionException.class::isInstance);
        }

        // the pool's own exception comes first, the server's error last
        private static Stream<SQLException> sqlExceptions(Throwable failure) {
            return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                    .flatMap(t -> t instanceof SQLException sql && sql.getSQLState() != null
                            ? Optional.of(sql).stream()
                            : Stream.empty());
        }

        private static String remedy(String state) {
            return switch (state) {
                case "28P01", "28000", "08004" ->
                    "check --database-user, --database-password-file and the server's pg_hba.conf";
                case "3D000" -> "create the database (createdb -O USER NAME) or give another one with --database";
                case "42501" -> "let the user create tables: GRANT CREATE ON SCHEMA public TO USER";
                case "25006" -> "the server is read-only, like a standby: give the primary with --database";
                case "53300" ->
                    "raise max_connections of the server; each Precedent server uses up to eight connections";
                case "53100" -> "free some space on the server's disk";
                default ->
                    state.startsWith("08") || state.startsWith("57P")
                            ? "check that the database server is running and that --database has its host and port"
                            : "see the log of the database server";
            };
        }
    }
}
