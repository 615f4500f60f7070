package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.json.Json;
import org.precedent.saved.Draft;
import org.precedent.saved.Owner;
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
                            Owner.holding("somebody"),
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
        assertTrue(unknown.err().contains("nothing: no saved search of this id"), unknown.err());
        var since = Cli.run("saved", id, "--since", "yesterday", "--index", index);
        assertEquals(Main.USAGE, since.exitCode());
        assertTrue(since.err().contains("--since: expected a day such as 2026-01-31, got yesterday"), since.err());
        var nowhere = Cli.run("saved", "--index", folder.resolve("nowhere").toString());
        assertEquals(Main.USAGE, nowhere.exitCode());
        assertTrue(nowhere.err().contains("no index there"), nowhere.err());
    }
}
