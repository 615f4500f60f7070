package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.TestFolders;

/**
 * Personal data is reported and can be redacted; letters on the takedown list are not ingested.
 */
class PrivacyTest {
    private static final String PERSONAL = "Her number is 213-555-0123.";

    @TempDir
    private Path folder;

    private MaintenanceFixture fixture;
    private Path telling;

    @BeforeEach
    void lay() throws IOException {
        fixture = new MaintenanceFixture(folder).withLetters(3);
        telling = fixture.letters().resolve(MaintenanceFixture.id(1) + ".txt");
        Files.writeString(telling, Files.readString(telling).replace("The hand", PERSONAL + " The hand"));
    }

    @Test
    void ingestReportsPersonalData() {
        var result = fixture.run("ingest", fixture.letters().toString());
        assertEquals(Main.DONE, result.exitCode(), result.err());
        assertTrue(result.err().contains("personal-data 1"), result.err());
        assertFalse(result.err().contains("213-555-0123"), result.err());
        assertTrue(found("summary:\"213 555 0123\""), "it is there as long as nobody asks to leave it out");
    }

    @Test
    void redactedLetterContainsNoPersonalData() {
        var result = fixture.run("ingest", fixture.letters().toString(), "--redact");
        assertEquals(Main.DONE, result.exitCode(), result.err());
        assertTrue(result.err().contains("personal-data 1"), result.err());
        assertFalse(found("summary:\"213 555 0123\""));
        assertTrue(found("summary:\"redacted telephone number\""));
        assertEquals(3, fixture.ingested().firstSeen().size(), "a second run without the option changes nothing");
        assertFalse(found("summary:\"213 555 0123\""));
    }

    @Test
    void aLetterThatIsInAlreadyIsRedactedByReindex() {
        fixture.ingested();
        var firstSeen = fixture.firstSeen();
        assertEquals(Main.DONE, fixture.run("reindex", "--redact").exitCode());
        assertFalse(found("summary:\"213 555 0123\""));
        assertTrue(found("summary:\"redacted telephone number\""));
        assertEquals(firstSeen, fixture.firstSeen());
        fixture.assertSound("redacted");
    }

    @Test
    void aLetterTakenDownIsGoneAfterTheNextIngestAndDoesNotComeBack() throws IOException {
        fixture.ingested();
        Files.writeString(
                fixture.index().resolve("takedown.txt"),
                "# by order\n" + MaintenanceFixture.id(1).toLowerCase(java.util.Locale.ROOT) + "  # asked for\n");
        var result = fixture.run("ingest", fixture.letters().toString());
        assertEquals(Main.DONE, result.exitCode(), result.err());
        assertTrue(result.err().contains("is on the takedown list"), result.err());
        assertEquals(
                Set.of(MaintenanceFixture.id(0), MaintenanceFixture.id(2)),
                fixture.firstSeen().keySet());
        assertEquals(
                Set.of(MaintenanceFixture.id(0), MaintenanceFixture.id(2)),
                fixture.ingested().firstSeen().keySet());
        fixture.assertSound("taken down");
        Files.delete(fixture.index().resolve("takedown.txt"));
        assertEquals(3, fixture.ingested().firstSeen().size());
    }

    @Test
    void aLetterTakenDownIsGoneFromTheDiskAfterReindex() throws IOException {
        fixture.ingested();
        var list = Files.writeString(folder.resolve("list.txt"), MaintenanceFixture.id(1));
        assertEquals(
                Main.DONE, fixture.run("reindex", "--takedown", list.toString()).exitCode());
        assertEquals(
                Set.of(MaintenanceFixture.id(0), MaintenanceFixture.id(2)),
                fixture.firstSeen().keySet());
        for (var file : TestFolders.files(fixture.lucene())) {
            var bytes = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertFalse(bytes.contains(MaintenanceFixture.id(1)), file.toString());
        }
    }

    @Test
    void aMissingTakedownListIsAnError() {
        var result = fixture.run("ingest", fixture.letters().toString(), "--takedown", "nowhere.txt");
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains("nowhere.txt: no such file"), result.err());
    }

    private boolean found(String query) {
        return fixture.run("search", query, "--json").out().contains("\"id\"");
    }
}
