package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.saved.DatabaseAddress;
import org.precedent.saved.Draft;
import org.precedent.saved.IssueKey;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearches;
import org.precedent.saved.TestPostgres;

/**
 * Moves saved searches and folders from SQLite to PostgreSQL and back with two commands.
 */
class PostgresTransferTest {
    private static final Owner OWNER = Owner.ofToken("somebody");

    @TempDir
    private Path folder;

    @Test
    void movesToPostgresAndBack() throws Exception {
        var here = new DatabaseAddress.SqliteFile(folder.resolve("one/precedent.db"));
        var back = new DatabaseAddress.SqliteFile(folder.resolve("two/precedent.db"));
        try (var saved = SavedSearches.open(here, InstantSource.system())) {
            var created = saved.create(OWNER, new Draft("Knees", "for the hearing", "/search?q=knee"), Instant.EPOCH);
            saved.markOpened(created.id(), OWNER, Instant.EPOCH.plusSeconds(1));
            saved.create(OWNER, new Draft("Hips", "", "/search?q=hip"), Instant.EPOCH);
            var folders = saved.folders();
            folders.addToTray(OWNER, List.of(new IssueKey("CM16-0000001", 2)), Instant.EPOCH);
        }
        try (var postgres = TestPostgres.start()) {
            var there = postgres.database();
            var server = new String[] {
                "--database", there.url(), "--database-user", there.user().orElseThrow()
            };
            run("saved", "--export", file("a"), "--index", folder.resolve("one").toString());
            run("saved", "--import", file("a"), server[0], server[1], server[2], server[3]);
            requireSame(here, there);
            run("saved", "--export", file("b"), server[0], server[1], server[2], server[3]);
            assertEquals(Files.readString(Path.of(file("a"))), Files.readString(Path.of(file("b"))));
            run("saved", "--import", file("b"), "--index", folder.resolve("two").toString());
            requireSame(there, back);
        }
    }

    private String file(String name) {
        return folder.resolve(name + ".json").toString();
    }

    private static void run(String... args) {
        var result = Cli.run(args);
        assertEquals(Main.DONE, result.exitCode(), result.err());
    }

    private static void requireSame(DatabaseAddress one, DatabaseAddress other) {
        try (var from = SavedSearches.open(one, InstantSource.system());
                var to = SavedSearches.open(other, InstantSource.system())) {
            assertEquals(from.ownedBy(OWNER), to.ownedBy(OWNER));
            assertEquals(2, to.count());
            assertEquals(from.folders().tray(OWNER), to.folders().tray(OWNER));
            assertEquals(List.of(), to.damage());
        }
    }
}
