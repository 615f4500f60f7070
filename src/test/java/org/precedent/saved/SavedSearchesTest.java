package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedSearchesTest extends SavedSearchesContract {
    @TempDir
    Path folder;

    @Override
    DatabaseAddress address() {
        return new DatabaseAddress.SqliteFile(file());
    }

    @Test
    void idsAreLongAndNeverTheSame() {
        var ids = Stream.generate(RandomId::next).limit(1000).toList();
        assertEquals(1000, ids.stream().distinct().count());
        assertTrue(ids.stream().allMatch(RandomId::isValid));
        assertFalse(RandomId.isValid("short"));
        assertFalse(RandomId.isValid("../../../../etc/passwd"));
    }

    @Test
    void whatCannotBeFoundAgainIsNotReportedAsSaved() throws IOException {
        saved.create(MINE, XRAY, INDEX);
        for (var name : List.of("", "-wal")) {
            var part = file().resolveSibling(file().getFileName() + name);
            var aside = folder.resolve("aside");
            Files.move(part, aside);
            var refused = assertThrows(DatabaseUnavailableException.class, () -> saved.create(MINE, XRAY, INDEX));
            assertTrue(
                    String.valueOf(refused.getMessage()).startsWith(part + ": was deleted or replaced"),
                    refused.getMessage());
            Files.writeString(part, "something else");
            assertThrows(DatabaseUnavailableException.class, () -> saved.create(MINE, XRAY, INDEX));
            Files.move(aside, part, StandardCopyOption.REPLACE_EXISTING);
        }
        saved.create(MINE, XRAY, INDEX);
        reopen();
        assertEquals(2, saved.count());
        assertEquals(List.of(), saved.damage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?", "100%", "a#b", "%3f", "with space", "file:x", "é&=;"})
    void theFolderMayHaveAnyName(String name) throws IOException {
        var file = folder.resolve(name).resolve("precedent.db");
        try (var here = SavedSearches.open(file, () -> now)) {
            here.create(MINE, XRAY, INDEX);
            here.backup(folder.resolve(name).resolve("copy.db"));
        }
        assertTrue(Files.size(file) > 0, "it is where it was asked for");
        try (var there = SavedSearches.open(folder.resolve(name).resolve("copy.db"), () -> now)) {
            assertEquals(1, there.count());
        }
        try (var entries = Files.list(folder.resolve(name))) {
            assertEquals(2, entries.count());
        }
    }

    @Test
    void notesOfOlderFilesStayPrivateAndWhatWasOpenedCountsAsSeen() throws SQLException {
        var older = folder.resolve("older.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + older);
                var statement = connection.createStatement()) {
            for (var script : List.of("1.sql", "2.sql")) {
                statement.executeUpdate(resource(script));
            }
            statement.executeUpdate("INSERT INTO saved_search (id, owner, name, note, url, created, created_as_of,"
                    + " opened, opened_as_of) VALUES ('0123456789012345678901', '" + MINE.hash()
                    + "', 'Necks', 'weak point', '/search?q=neck', 1, 2, 3, 4)");
            statement.execute("PRAGMA user_version = 2");
        }
        try (var migrated = SavedSearches.open(older, () -> now)) {
            var found = migrated.find("0123456789012345678901").orElseThrow();
            assertEquals(Optional.empty(), found.note(false));
            assertEquals(Optional.of("weak point"), found.note(true));
            assertEquals(found.opened(), found.seen());
            assertEquals(Instant.ofEpochSecond(0, 4), found.baseline().indexAsOf());
            assertTrue(found.usesOlderRule());
            var saved = migrated.create(MINE, new Draft("Knees", "", "/search?q=knee"), now);
            assertFalse(migrated.find(saved.id()).orElseThrow().usesOlderRule());
            assertEquals(List.of(), migrated.damage());
        }
    }

    private static String resource(String name) {
        try (var in = Schema.class.getResourceAsStream("/saved/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void namesAndNotesHaveLimitsThatAreNamed() {
        var refused = assertThrows(InvalidInputException.class, () -> new Draft("n".repeat(201), "", "/search"));
        assertEquals("the name has 201 characters; at most 200 are kept", refused.getMessage());
        assertEquals("name", refused.field());
        assertThrows(InvalidInputException.class, () -> new Draft(" \u0000\n ", "", "/search"));
        assertThrows(InvalidInputException.class, () -> new Draft("n", "x".repeat(4001), "/search"));
        assertThrows(InvalidInputException.class, () -> new Draft("n", "", "https://elsewhere.example/search"));
    }

    @Test
    void namesAreOneLineAndNotesKeepTheirs() {
        var draft = new Draft(" a\u0000\r\nb ", "one\r\ntwo\u0007", "/search");
        assertEquals("a b", draft.name());
        assertEquals("one\ntwo", draft.note());
    }

    @Test
    void aCopyHoldsEverythingAndTheFileGivesNoSecretAway() throws IOException {
        var created = saved.create(MINE, XRAY, INDEX);
        var copy = folder.resolve("backup.db");
        saved.backup(copy);
        try (var restored = SavedSearches.open(copy, () -> now)) {
            assertEquals(Optional.of(created), restored.find(created.id()));
            assertEquals(List.of(), restored.damage());
        }
        var bytes = new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("my secret"));
        assertNotEquals(MINE, OTHER);
    }

    @Test
    void refusesAFileOfANewerProgram() throws SQLException {
        var newer = folder.resolve("newer.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + newer);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + (Schema.VERSION + 1));
        }
        var refused = assertThrows(DatabaseUnavailableException.class, () -> SavedSearches.open(newer, () -> now));
        assertEquals(
                newer + ": expected saved searches of version " + Schema.VERSION
                        + " or older, found version " + (Schema.VERSION + 1)
                        + ": it was written by a newer version of Precedent;"
                        + " use that version, or restore an earlier backup",
                refused.getMessage());
    }

    @Test
    void reportsAFileThatIsNotADatabase() throws IOException {
        var noise = Files.writeString(folder.resolve("noise.db"), "this is no database ".repeat(500));
        var refused = assertThrows(DatabaseUnavailableException.class, () -> SavedSearches.open(noise, () -> now));
        assertTrue(refused.toString().contains(noise + ": cannot open the saved searches: "), refused.toString());
    }

    @Test
    void findsDamage() throws IOException {
        for (int i = 0; i < 300; i++) {
            saved.create(MINE, new Draft("n" + i, "x".repeat(1000), "/search?q=" + i), INDEX);
        }
        saved.close();
        var bytes = Files.readAllBytes(file());
        for (int i = bytes.length / 2; i < bytes.length / 2 + 4096; i++) {
            bytes[i] = (byte) 0xFF;
        }
        Files.write(file(), bytes);
        saved = SavedSearches.open(file(), () -> now);
        assertFalse(saved.damage().isEmpty());
    }

    private Path file() {
        return folder.resolve("precedent.db");
    }
}
