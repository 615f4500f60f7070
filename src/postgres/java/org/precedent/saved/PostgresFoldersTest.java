package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Runs the contract of folders and trays on PostgreSQL.
 */
class PostgresFoldersTest extends FoldersContract {
    @RegisterExtension
    static final TestPostgres SERVER = new TestPostgres();

    private final DatabaseAddress.PostgresServer database = SERVER.database();

    @Override
    DatabaseAddress address() {
        return database;
    }

    @Test
    void damageInFoldersIsFound() {
        kept();
        assertEquals(List.of(), saved.damage());
        TestPostgres.execute(database, "UPDATE folder_issue SET issue = 3");
        assertEquals(1, saved.damage().size());
        assertTrue(
                saved.damage().getFirst().contains("the issue of a folder"),
                saved.damage().getFirst());
    }
}
