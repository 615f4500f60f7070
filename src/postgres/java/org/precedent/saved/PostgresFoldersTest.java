package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The promises of folders and trays, kept by PostgreSQL.
 */
class PostgresFoldersTest extends FoldersContract {
    private static TestPostgres server;

    private final DatabaseAddress.PostgresServer database = newDatabase();

    @BeforeAll
    static void start() {
        server = TestPostgres.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static DatabaseAddress.PostgresServer newDatabase() {
        return server.database();
    }

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
