package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Simulates a power loss between two saves: anything written to the log after the last acknowledged save may be missing or torn. SQLite
 * is configured to force the log to disk before it acknowledges a save.
 */
class SavingPowerLossTest {
    private static final int SAVES = 12;
    private static final Owner OWNER = Owner.ofToken("somebody");
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @TempDir
    private Path folder;

    /** The length of the log, and the saves acknowledged by then. */
    private record Moment(int log, List<String> ids) {}

    @Test
    void nothingAcknowledgedIsLost() throws IOException {
        var file = folder.resolve("precedent.db");
        var ids = new ArrayList<String>();
        var moments = new ArrayList<Moment>();
        byte[] database;
        byte[] log;
        try (var saved = SavedSearches.open(file, InstantSource.system())) {
            for (int i = 0; i < SAVES; i++) {
                ids.add(saved.create(OWNER, new Draft("search " + i, "", "/search?q=a" + i), Instant.EPOCH)
                        .id());
                moments.add(new Moment((int) Files.size(log(file)), List.copyOf(ids)));
            }
            database = Files.readAllBytes(file);
            log = Files.readAllBytes(log(file));
        }
        assertTrue(log.length > moments.getFirst().log, "the log has grown");
        for (var moment : moments) {
            for (var left : List.of(
                    Arrays.copyOf(log, moment.log),
                    Arrays.copyOf(Arrays.copyOf(log, moment.log), log.length),
                    torn(log, moment.log))) {
                check(database, left, moment);
            }
        }
    }

    private static byte[] torn(byte[] log, int from) {
        var torn = log.clone();
        var random = new Random(SEED + from);
        for (int at = from; at < torn.length; at += 1 + random.nextInt(600)) {
            torn[at] ^= (byte) (1 + random.nextInt(255));
        }
        return torn;
    }

    private void check(byte[] database, byte[] log, Moment moment) throws IOException {
        var place = Files.createTempDirectory(folder, "left").resolve("precedent.db");
        Files.write(place, database);
        Files.write(log(place), log);
        try (var saved = SavedSearches.open(place, InstantSource.system())) {
            var why = "log of " + moment.log + " bytes, seed " + SEED;
            assertEquals(List.of(), saved.damage(), why);
            moment.ids.forEach(id -> assertTrue(saved.find(id).isPresent(), why));
            var next = saved.create(OWNER, new Draft("next", "", "/search?q=next"), Instant.EPOCH);
            assertTrue(saved.find(next.id()).isPresent(), why);
        }
    }

    @Test
    void theLogIsForcedBeforeASaveIsAcknowledged() throws SQLException {
        try (var connection = Connections.connect(folder.resolve("precedent.db"));
                var statement = connection.createStatement()) {
            for (var setting : List.of("synchronous=2", "journal_mode=wal")) {
                var name = setting.substring(0, setting.indexOf('='));
                try (var row = statement.executeQuery("PRAGMA " + name)) {
                    assertTrue(row.next());
                    assertEquals(setting, name + "=" + row.getString(1));
                }
            }
        }
    }

    private static Path log(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }
}
