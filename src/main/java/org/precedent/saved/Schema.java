package org.precedent.saved;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Handle;

/**
 * Migrates a database to the newest schema: resources {@code saved/1.sql}, {@code saved/2.sql}, … in order. They are written for SQLite;
 * for PostgreSQL, {@code INTEGER} is replaced by {@code BIGINT} and SQLite table options are removed, so everything else must be valid in
 * both.
 */
final class Schema {
    /** Schema version that this program reads and writes. */
    static final int VERSION = 8;

    private Schema() {}

    /** A kind of database. */
    enum Dialect {
        /** Stores the version in {@code PRAGMA user_version}. */
        SQLITE {
            @Override
            int version(Handle handle) {
                return handle.createQuery("PRAGMA user_version")
                        .mapTo(Integer.class)
                        .one();
            }

            @Override
            void setVersion(Handle handle, int version) {
                handle.execute("PRAGMA user_version = " + version);
            }

            @Override
            String translate(String script) {
                return script;
            }
        },
        /** Stores the version in a one-row table. */
        POSTGRESQL {
            @Override
            int version(Handle handle) {
                handle.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
                return handle.createQuery("SELECT max(version) FROM schema_version")
                        .mapTo(Integer.class)
                        .findOne()
                        .orElse(0);
            }

            @Override
            void setVersion(Handle handle, int version) {
                handle.execute("DELETE FROM schema_version");
                handle.execute("INSERT INTO schema_version (version) VALUES (?)", version);
            }

            @Override
            String translate(String script) {
                return script.replaceAll("\\bINTEGER\\b", "BIGINT")
                        .replaceAll("\\)\\s*STRICT(,\\s*WITHOUT\\s+ROWID)?\\s*;", ");");
            }
        };

        abstract int version(Handle handle);

        abstract void setVersion(Handle handle, int version);

        abstract String translate(String script);
    }

    /**
     * Applies missing migrations within the current transaction of the handle.
     *
     * @param place name of the database, for messages
     * @throws DatabaseUnavailableException if the database was written by a newer version of the program
     */
    static void migrate(Handle handle, Dialect dialect, String place) {
        int found = dialect.version(handle);
        if (found > VERSION) {
            throw new DatabaseUnavailableException(
                    place + ": expected saved searches of version " + VERSION + " or older, found version " + found
                            + ": it was written by a newer version of Precedent; use that version, or restore an"
                            + " earlier backup");
        }
        for (int next = found + 1; next <= VERSION; next++) {
            handle.createScript(dialect.translate(script(next))).execute();
            dialect.setVersion(handle, next);
        }
        if (found < VERSION) {
            RowChecksums.updateAll(handle);
        }
    }

    private static String script(int number) {
        var name = "/saved/" + number + ".sql";
        try (var in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + ": expected in the program, not found");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
