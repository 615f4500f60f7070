package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.VolatileDisk;
import org.precedent.VolatileDisk.Remains;
import org.precedent.cli.BackupCommand.Backup;
import org.precedent.lucene.IndexMaintenance;
import org.precedent.saved.DatabaseAddress;
import org.precedent.saved.SavedSearches;
import org.precedent.vocabulary.Vocabularies;

/**
 * Simulates a power loss after each step of a backup that forces data to disk: if the copy exists, it is complete.
 */
class BackupPowerLossTest {
    private static final int LETTERS = 3;
    private static final int SAVED = 2;

    @TempDir
    private Path folder;

    @Test
    void aVisibleCopyIsComplete() throws IOException {
        var fixture =
                new MaintenanceFixture(folder).withLetters(LETTERS).ingested().withSaved(SAVED);
        var takedown = Files.writeString(fixture.index().resolve("takedown.txt"), "CM18-0000001\n");
        var disk = VolatileDisk.in(Files.createDirectory(folder.resolve("disk")));
        var moments = new ArrayList<Remains>();
        disk.afterEachForce((file, remains) -> moments.add(remains));
        var copied = new Backup(
                        fixture.lucene(),
                        new DatabaseAddress.SqliteFile(fixture.database()),
                        fixture.index().resolve("originals"),
                        List.of(takedown))
                .copyTo(disk.top().resolve("copy"));
        assertEquals(new Backup.Copied(LETTERS, SAVED), copied);
        assertTrue(moments.size() > 20, "only " + moments.size() + " moments");
        assertTrue(disk.remains().strict().containsKey("copy"), "it is there when it is said to be done");
        int whole = 0;
        for (var moment : moments) {
            whole += check(moment.strict()) + check(moment.early());
        }
        assertTrue(whole > 0);
    }

    /** Checks that the copy is complete if it exists. Returns 1 if it does, else 0. */
    private int check(Map<String, Object> remains) throws IOException {
        if (!remains.containsKey("copy")) {
            return 0;
        }
        var left = Files.createTempDirectory(folder, "left");
        Remains.write(remains, left);
        var copy = left.resolve("copy");
        var index = IndexMaintenance.open(copy.resolve("lucene"), Vocabularies.bundled());
        assertEquals(List.of(), index.verify());
        assertEquals(LETTERS, index.determinationCount());
        assertEquals("CM18-0000001\n", Files.readString(copy.resolve("takedown.txt")));
        try (var saved = SavedSearches.open(copy.resolve("precedent.db"), InstantSource.system())) {
            assertEquals(List.of(), saved.damage());
            assertEquals(SAVED, saved.count());
        }
        return 1;
    }
}
