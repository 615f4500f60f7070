package org.precedent.saved;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * A fixed-size pool of open connections to the database file.
 */
final class Connections implements ConnectionFactory, AutoCloseable {
    // FULL: acknowledged writes survive power loss. IMMEDIATE: a writing transaction takes the write lock when it
    // begins, so that it cannot
    // fail midway.
    private static final String OPTIONS =
            "?journal_mode=WAL&synchronous=FULL&foreign_keys=true&busy_timeout=10000&transaction_mode=IMMEDIATE";

    private final List<Connection> all = new ArrayList<>();
    private final BlockingQueue<Connection> free;

    Connections(Path file, int count) throws SQLException {
        free = new ArrayBlockingQueue<>(count);
        try {
            for (int i = 0; i < count; i++) {
                all.add(connect(file));
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
        free.addAll(all);
    }

    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + uri(file) + OPTIONS);
    }

    // as a URI, because a plain path would end at the first question mark
    private static String uri(Path file) {
        var path = file.toAbsolutePath().toString();
        return "file:" + path.replace("%", "%25").replace("?", "%3f").replace("#", "%23");
    }

    @Override
    public Connection openConnection() throws SQLException {
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for the file of saved searches", e);
        }
    }

    @Override
    public void closeConnection(Connection connection) {
        free.add(connection);
    }

    @Override
    public void close() throws SQLException {
        for (var connection : all) {
            connection.close();
        }
    }
}
