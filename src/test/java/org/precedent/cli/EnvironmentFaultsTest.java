package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.TestFolders;
import org.precedent.json.Json;
import org.precedent.lucene.LuceneWriter;
import org.precedent.saved.Draft;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearches;
import org.precedent.vocabulary.Vocabularies;

/**
 * A full disk, a read-only disk, an index in use: the real program reports what failed, where, and how to fix it, damages nothing, and
 * succeeds on the next run.
 */
class EnvironmentFaultsTest {
    private static final int LETTERS = 120;

    private static final Pattern SITE = Pattern.compile("on http://localhost:(\\d+)");

    @TempDir
    private Path folder;

    private LimitedDisk disk;
    private MaintenanceFixture fixture;

    @BeforeEach
    void open() throws IOException {
        disk = LimitedDisk.at(folder.resolve("disk"));
        fixture = new MaintenanceFixture(disk.folder());
        var letters = new MaintenanceFixture(folder).withLetters(LETTERS).letters();
        Files.createSymbolicLink(fixture.letters(), letters.toAbsolutePath());
    }

    @AfterEach
    void close() {
        disk.close();
    }

    @Test
    void anIngestThatMeetsAFullDiskKeepsWhatItCommitted() throws IOException {
        var before = fixture.ingested().firstSeen();
        new MaintenanceFixture(folder).withLetters(2 * LETTERS);
        disk.fill();
        assertNoRoom(fixture.lucene(), "ingest", fixture.letters().toString());
        fixture.assertSound("after the disk was full");
        assertEquals(before, fixture.firstSeen());
        disk.free();
        fixture.ingested();
        assertEquals(2 * LETTERS, fixture.firstSeen().size());
        fixture.assertSound("after the next run");
    }

    @Test
    void anIngestThatFailsLeavesItsReport() throws IOException {
        fixture.ingested();
        new MaintenanceFixture(folder).withLetters(2 * LETTERS);
        disk.fill();
        var report = folder.resolve("report.json");
        assertNoRoom(
                fixture.lucene(),
                "ingest",
                fixture.letters().toString(),
                "--report",
                report.toString(),
                "--batch",
                "20");
        Map<?, ?> json = Json.read(Files.readString(report), Map.class);
        assertTrue(String.valueOf(json.get("failure")).contains("no space left on the disk"), json.toString());
        assertFalse(Objects.requireNonNull((List<?>) json.get("files")).isEmpty());
        assertFalse(Files.exists(folder.resolve("report.json.part")));
    }

    @Test
    void aRebuildThatMeetsAFullDiskLeavesTheOldIndex() throws IOException {
        var before = fixture.ingested().firstSeen();
        disk.fill();
        assertNoRoom(fixture.lucene(), "reindex");
        assertEquals(before, fixture.firstSeen());
        fixture.assertSound("after the disk was full");
        assertFalse(Files.exists(fixture.lucene().resolve("gen-0002")));
        disk.free();
        assertEquals(Main.DONE, fixture.run("reindex").exitCode());
        assertEquals(before, fixture.firstSeen());
    }

    @Test
    void aCopyThatMeetsAFullDiskLeavesNothing() throws IOException {
        var before = fixture.ingested().withSaved(5).firstSeen();
        var copy = new MaintenanceFixture(disk.folder().resolve("copies"));
        Files.createDirectory(copy.folder());
        disk.fill();
        assertNoRoom(copy.index(), "backup", copy.index().toString());
        assertEquals(List.of(), TestFolders.files(copy.folder()));
        disk.free();
        assertEquals(Main.DONE, fixture.run("backup", copy.index().toString()).exitCode());
        copy.assertSound("the copy");
        assertEquals(before, copy.firstSeen());
    }

    @Test
    void savingOnAFullDiskKeepsWhatWasEntered() throws IOException {
        disk.fill();
        Files.createDirectories(fixture.index());
        try (var saving = RealProcess.startMain(
                folder,
                disk.before(),
                "org.precedent.saved.SavingProcess",
                fixture.database().toString(),
                "somebody",
                "100000")) {
            assertEquals(1, saving.exitCode());
            assertTrue(saving.said().contains("check that the disk has free space"), saving::said);
            disk.free();
            try (var saved = SavedSearches.open(fixture.database(), InstantSource.system())) {
                var ids = saving.said()
                        .lines()
                        .filter(line -> line.matches("[0-9A-Za-z]{22}"))
                        .toList();
                assertFalse(disk.isMounted() && ids.isEmpty());
                ids.forEach(id -> assertTrue(saved.find(id).isPresent(), id));
                assertEquals(List.of(), saved.damage());
            }
        }
    }

    @Test
    void whatCanOnlyBeReadIsSearchedAndCopiedButNotWritten() throws IOException {
        fixture.ingested();
        // a killed server leaves the latest changes in the write-ahead log
        var killed = new MaintenanceFixture(folder.resolve("killed"));
        try (var saved = SavedSearches.open(killed.database(), InstantSource.system())) {
            saved.create(Owner.ofToken("somebody"), new Draft("necks", "", "/search?q=neck"), Instant.EPOCH);
            for (var file : TestFolders.files(killed.index())) {
                Files.copy(file, fixture.index().resolve(file.getFileName()));
            }
        }
        if (!disk.lock()) {
            return; // only root can mount a disk as read-only
        }
        var before = TestFolders.content(fixture.index());
        for (var args : List.of(List.of("ingest", fixture.letters().toString()), List.of("reindex"))) {
            var result = fixture.run(args.toArray(String[]::new));
            assertEquals(Main.FAILED, result.exitCode(), args.toString());
            assertTrue(result.err().contains("is on a read-only disk"), result.err());
            assertTrue(result.err().contains(fixture.lucene().toString()), result.err());
        }
        assertEquals(Main.DONE, fixture.run("search", "neck").exitCode());
        fixture.assertSound("on a disk that can only be read");
        var list = fixture.run("saved");
        assertTrue(list.out().contains("necks"), list.err());
        var copy = folder.resolve("copy");
        var copied = fixture.run("backup", copy.toString());
        assertEquals(Main.DONE, copied.exitCode(), copied.err());
        try (var saved = SavedSearches.open(copy.resolve("precedent.db"), InstantSource.system())) {
            assertEquals(1, saved.count());
        }
        assertServedButNotSaved();
        assertEquals(before, TestFolders.content(fixture.index()));
    }

    private void assertServedButNotSaved() throws IOException {
        var link = fixture.run("saved").out().lines().findFirst().orElseThrow().split(" ", 2)[0];
        try (var server = start("serve", "--port", "0")) {
            server.await(() -> SITE.matcher(server.said()).find());
            assertTrue(server.said().contains("saved searches are read-only"), server::said);
            var site = SITE.matcher(server.said());
            assertTrue(site.find());
            try (var client = new LoadClient(Integer.parseInt(site.group(1)))) {
                for (var path : List.of("/", "/search?q=neck", "/search.csv", "/saved", link, "/tray", "/readyz")) {
                    assertEquals(200, client.get(path).status(), path);
                }
                assertEquals(
                        503,
                        client.post("/saved", "name=n&url=/search%3Fq%3Dneck").status());
                assertEquals(200, client.get("/search?q=neck").status());
            }
        }
    }

    @Test
    void anIndexThatAnotherProcessWritesIsLeftAlone() {
        fixture.ingested();
        try (var writer = LuceneWriter.open(fixture.lucene(), Vocabularies.bundled(), InstantSource.system())) {
            for (var args : List.of(List.of("ingest", fixture.letters().toString()), List.of("reindex"))) {
                try (var process = start(args.toArray(String[]::new))) {
                    assertEquals(Main.FAILED, process.exitCode());
                    var said = process.said();
                    assertTrue(said.contains("in use by another process that writes; wait until it is done"), said);
                    assertTrue(said.contains(fixture.lucene().toString()), said);
                }
            }
            writer.commit();
        }
        fixture.assertSound("after");
        assertEquals(LETTERS, fixture.ingested().firstSeen().size());
    }

    private void assertNoRoom(Path where, String... args) {
        try (var process = start(args)) {
            assertEquals(Main.FAILED, process.exitCode(), process::said);
            var said = process.said();
            assertTrue(said.contains(where + ": no space left on the disk"), said);
            assertTrue(said.contains("free some space and run the command again"), said);
            assertFalse(said.contains("\tat "), said);
        }
    }

    private RealProcess start(String... args) {
        return RealProcess.start(
                folder,
                disk.before(),
                Stream.concat(
                                Stream.of(args),
                                Stream.of("--index", fixture.index().toString()))
                        .toArray(String[]::new));
    }
}
