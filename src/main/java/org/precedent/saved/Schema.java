package org.precedent.saved;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/**
 * Migrates a database to the newest schema: resources {@code saved/1.sql}, {@code saved/2.sql}, … in order; {@code PRAGMA
 * user_version} is the number of the last one applied.
 */
final class Schema {
    /** The form this program reads and writes. */
    static final int VERSION = 3;

    private Schema() {}

    /**
     * Applies what is missing, in the transaction the handle is in.
     *
     * @throws Unavailable when the file is of a newer program
     */
    static void migrate(Handle handle, Path file) {
        int found = version(handle);
        if (found > VERSION) {
            throw new Unavailable(file + ": expected saved searches of version " + VERSION + " or older, found version "
                    + found + ": a newer Precedent wrote it; run that one, or restore a backup made before");
        }
        for (int next = found + 1; next <= VERSION; next++) {
            handle.createScript(script(next)).execute();
            handle.execute("PRAGMA user_version = " + next);
        }
        if (found < VERSION) {
            Seals.renewAll(handle);
        }
    }

    private static int version(Handle handle) {
        return handle.createQuery("PRAGMA user_version").mapTo(Integer.class).one();
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
