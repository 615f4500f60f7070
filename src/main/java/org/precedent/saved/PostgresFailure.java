package org.precedent.saved;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Explains what a PostgreSQL server or its driver reports, by its SQLSTATE.
 */
final class PostgresFailure {
    private PostgresFailure() {}

    static Unavailable explain(DatabaseAddress.PostgresServer address, Exception failure) {
        var cause = sqlExceptions(failure).reduce((first, last) -> last);
        var state = cause.map(SQLException::getSQLState).orElse("");
        var message = cause.map(Throwable::getMessage).orElse(String.valueOf(failure.getMessage()));
        return new Unavailable(
                address.url() + ": " + message.lines().findFirst().orElse("").strip() + "; " + remedy(state), failure);
    }

    /** Whether the pool waited in vain for a connection. */
    static boolean isOutage(Exception failure) {
        return Stream.<Throwable>iterate(failure, t -> t != null, Throwable::getCause)
                .anyMatch(SQLTransientConnectionException.class::isInstance);
    }

    // the pool's own exception comes first, what the server said last
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
            case "3D000" -> "create the database (createdb -O USER NAME) or name another one with --database";
            case "42501" -> "let the user create tables: GRANT CREATE ON SCHEMA public TO USER";
            case "25006" -> "the server only reads, as a standby does: name the primary with --database";
            case "53300" -> "raise max_connections of the server; each Precedent server uses up to eight connections";
            case "53100" -> "free some space on the server's disk";
            default ->
                state.startsWith("08") || state.startsWith("57P")
                        ? "check that the database server runs and that --database names its host and port"
                        : "see the log of the database server";
        };
    }
}
