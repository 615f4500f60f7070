package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldersTest extends FoldersContract {
    @TempDir
    Path folder;

    @Override
    DatabaseAddress address() {
        return new DatabaseAddress.SqliteFile(folder.resolve("precedent.db"));
    }

    @Test
    void damageInFoldersIsFound() throws SQLException {
        kept();
        assertEquals(List.of(), saved.damage());
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("precedent.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE folder_issue SET issue = 3");
        }
        assertEquals(1, saved.damage().size());
        assertTrue(
                saved.damage().getFirst().contains("the issue of a folder"),
                saved.damage().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":1", "CM14", "CM14:", "CM14:0", "CM14:12345", "CM14:-1", "CM14:1x", "a\u0000:1"})
    void aTextThatNamesNoIssueIsNotAKey(String text) {
        assertEquals(Optional.empty(), IssueKey.parse(text));
    }

    @Test
    void keysReadBackAsWritten() {
        for (var key : List.of(NECK, KNEE)) {
            assertEquals(Optional.of(key), IssueKey.parse(key.toString()));
        }
    }
}
