package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.correction.CorrectedField;
import org.precedent.correction.Correction;

class CorrectionsTest extends CorrectionsContract {
    @TempDir
    Path folder;

    @Override
    DatabaseAddress address() {
        return new DatabaseAddress.SqliteFile(folder.resolve("precedent.db"));
    }

    @Test
    void damageInCorrectionsIsFound() throws SQLException {
        try (var saved = SavedSearches.open(address(), java.time.InstantSource.system())) {
            saved.corrections()
                    .add(
                            Owner.ofToken("me"),
                            new Correction.Place("CM1", 1, CorrectedField.REGION),
                            List.of("Knee"),
                            List.of("Hip"),
                            "r");
            assertEquals(List.of(), saved.damage());
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("precedent.db"));
                    var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE correction SET value = 'Ankle'");
            }
            assertTrue(
                    saved.damage().getFirst().contains("the correction "),
                    saved.damage().toString());
        }
    }
}
