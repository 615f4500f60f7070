package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.json.Json;
import org.precedent.saved.Draft;
import org.precedent.saved.IssueKey;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearch;
import org.precedent.saved.SavedSearches;

class SavedCommandTest {
    @TempDir
    private Path folder;

    private String index;
    private String id;

    @BeforeEach
    void saveASearchOverTheSamples() throws IOException {
        index = folder.resolve("index").toString();
        var letters = Files.createDirectory(folder.resolve("letters"));
        BundledSamples.unpack(letters);
        assertEquals(
                Main.DONE,
                Cli.run("ingest", letters.toString(), "--index", index).exitCode());
        try (var saved = SavedSearches.open(Path.of(index, "precedent.db"), InstantSource.system())) {
            id = saved.create(
                            Owner.ofToken("somebody"),
                            new Draft("Knees", "for the hearing", "/search?region=Knee"),
                            Instant.EPOCH)
                    .id();
        }
    }

    @Test
    void listsWhatWasSaved() {
        var listed = Cli.run("saved", "--index", index);
        assertEquals(Main.DONE, listed.exitCode(), listed.err());
        assertTrue(listed.out().contains("/s/" + id + "  Knees"), listed.out());
        assertEquals("1 saved search", listed.err().strip());
        var json = Json.read(Cli.run("saved", "--json", "--index", index).out(), Map.class);
        assertTrue(json.get("savedSearches") instanceof List<?> list && list.size() == 1, json.toString());
    }

    @Test
    void saysWhatIsNewByLinkOrId() {
        for (var link : List.of(id, "/s/" + id, "http://localhost:7070/s/" + id)) {
            var run = Cli.run("saved", link, "--index", index);
            assertEquals(Main.DONE, run.exitCode(), run.err());
            assertTrue(
                    run.err()
                            .matches(
                                    "(?s)Knees: (\\d+ determinations); new \\1, changed 0 determinations since 1970-01-01\\s*"),
                    run.err());
            assertTrue(run.out().contains("FICTIONAL"), run.out());
        }
        var later = Cli.run("saved", id, "--since", "2999-01-01", "--index", index);
        assertTrue(
                later.err().contains("new 0 determinations, changed 0 determinations since 2999-01-01"), later.err());
        var json = Json.read(Cli.run("saved", id, "--json", "--index", index).out(), Map.class);
        assertEquals("/search?region=Knee", json.get("url"));
    }

    @Test
    void searchPrintsEveryHitAsCsv() {
        var all = Cli.run("search", "--csv", "--index", index);
        assertTrue(all.out().startsWith("id,case,decided,issue,request,"), all.out());
        var two = Cli.run("search", "knee", "--size", "1", "--csv", "--index", index);
        assertTrue(two.out().lines().count() > 2, "all hits, not a page: " + two.out());
        assertTrue(two.out().contains(",/determinations/"), two.out());
        var wrong = Cli.run("search", "\"unclosed", "--csv", "--index", index);
        assertEquals(Main.USAGE, wrong.exitCode());
        assertEquals("", wrong.out());
        assertEquals(
                Main.USAGE,
                Cli.run("search", "knee", "--csv", "--json", "--index", index).exitCode());
    }

    @Test
    void wrongUseIsExplained() {
        var unknown = Cli.run("saved", "nothing", "--index", index);
        assertEquals(Main.FAILED, unknown.exitCode());
        assertTrue(unknown.err().contains("nothing: no saved search with this ID"), unknown.err());
        var since = Cli.run("saved", id, "--since", "yesterday", "--index", index);
        assertEquals(Main.USAGE, since.exitCode());
        assertTrue(since.err().contains("--since: expected a day such as 2026-01-31, got yesterday"), since.err());
        var nowhere = Cli.run("saved", "--index", folder.resolve("nowhere").toString());
        assertEquals(Main.USAGE, nowhere.exitCode());
        assertTrue(nowhere.err().contains("contains no index"), nowhere.err());
    }

    @Test
    void movesEverythingToAnEmptyDatabase() throws IOException {
        var file = folder.resolve("saved.json");
        var owner = Owner.ofToken("somebody");
        List<SavedSearch> before;
        try (var saved = SavedSearches.open(Path.of(index, "precedent.db"), InstantSource.system())) {
            var folders = saved.folders();
            folders.addToTray(owner, List.of(new IssueKey("CM16-0000001", 2)), Instant.EPOCH);
            before = saved.all();
        }
        var exported = Cli.run("saved", "--export", file.toString(), "--index", index);
        assertEquals(
                "exported 1 saved search and 1 folder to " + file,
                exported.err().strip());
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), "notes are private");
        var other = folder.resolve("other").toString();
        var imported = Cli.run("saved", "--import", file.toString(), "--index", other);
        assertEquals(Main.DONE, imported.exitCode(), imported.err());
        try (var saved = SavedSearches.open(Path.of(other, "precedent.db"), InstantSource.system())) {
            assertEquals(before, saved.all());
            assertEquals(1, saved.folders().trayKeys(owner).size());
            assertEquals(List.of(), saved.damage());
        }
        says(
                Cli.run("saved", "--import", file.toString(), "--index", other),
                "expected an empty database, found 1 rows");
        says(Cli.run("saved", "--export", file.toString(), "--index", other), "already exists");
        says(Cli.run("saved", "--export", file + "2", "--index", folder + "/none"), "no saved searches there");
    }

    @Test
    void importsAllOrNothing() throws IOException {
        var file = folder.resolve("saved.json");
        Cli.run("saved", "--export", file.toString(), "--index", index);
        var other = folder.resolve("other").toString();
        var changed = Files.writeString(
                folder.resolve("changed.json"), Files.readString(file).replace("Knees", "Hips"));
        says(Cli.run("saved", "--import", changed.toString(), "--index", other), "was changed since it was exported");
        try (var saved = SavedSearches.open(Path.of(other, "precedent.db"), InstantSource.system())) {
            assertEquals(0, saved.count());
        }
        var older = Files.writeString(
                folder.resolve("older.json"),
                Files.readString(file).replaceFirst("\"version\":[0-9]+", "\"version\":99"));
        says(Cli.run("saved", "--import", older.toString(), "--index", other), "found version 99");
        var words = Files.writeString(folder.resolve("words.json"), "[]");
        says(Cli.run("saved", "--import", words.toString(), "--index", other), "written by `precedent saved --export`");
        assertEquals(
                Main.USAGE,
                Cli.run("saved", "--json", "--import", file.toString(), "--index", other)
                        .exitCode());
        assertEquals(
                Main.DONE,
                Cli.run("saved", "--import", file.toString(), "--index", other).exitCode());
    }

    private static void says(Cli.Result result, String wrong) {
        assertEquals(Main.FAILED, result.exitCode(), result.err());
        assertTrue(result.err().contains(wrong), result.err());
    }
}
