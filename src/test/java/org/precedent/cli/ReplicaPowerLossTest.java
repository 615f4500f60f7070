package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.VolatileDisk;
import org.precedent.VolatileDisk.Remains;
import org.precedent.cli.ReplicateCommand.Replica;
import org.precedent.cli.option.IndexFolder;
import org.precedent.lucene.IndexMaintenance;
import org.precedent.vocabulary.Vocabularies;

/**
 * Simulates a power loss on a replica's machine after each step that forces data to disk: the replica then serves either the old or the
 * new state, complete.
 */
class ReplicaPowerLossTest {
    private static final int BEFORE = 2;
    private static final int AFTER = 4;

    @TempDir
    private Path folder;

    @Test
    void theServedIndexIsComplete() throws IOException {
        var original = new MaintenanceFixture(folder).withLetters(BEFORE).ingested();
        var disk = VolatileDisk.in(Files.createDirectory(folder.resolve("disk")));
        var replica = new Replica(
                new IndexFolder(original.index()), new IndexFolder(disk.top().resolve("replica")));
        assertTrue(replica.update(false, true).isPresent());
        assertEquals(BEFORE, letters(disk.remains().strict()));

        original.withLetters(AFTER).ingested();
        var moments = new ArrayList<Remains>();
        disk.afterEachForce((file, remains) -> moments.add(remains));
        assertTrue(replica.update(false, true).isPresent());
        int added = moments.size();
        original.run("reindex");
        assertTrue(replica.update(false, true).isPresent());
        assertTrue(added > 5 && moments.size() > added + 5, added + " and " + moments.size() + " moments");
        assertEquals(AFTER, letters(disk.remains().strict()));
        long before = 0;
        for (var moment : moments) {
            for (var remains : List.of(moment.strict(), moment.early())) {
                long letters = letters(remains);
                assertTrue(letters == BEFORE || letters == AFTER, letters + " letters");
                before += letters == BEFORE ? 1 : 0;
            }
        }
        assertTrue(before > 0);
    }

    private long letters(Map<String, Object> remains) throws IOException {
        var left = Files.createTempDirectory(folder, "left");
        Remains.write(remains, left);
        var index = IndexMaintenance.open(left.resolve("replica").resolve("lucene"), Vocabularies.bundled());
        assertEquals(List.of(), index.verify());
        return index.determinationCount();
    }
}
