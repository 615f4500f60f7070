package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.TestFolders;
import org.precedent.lucene.LuceneEngine;
import org.precedent.vocabulary.Vocabularies;

/**
 * Replication of an index: complete, incremental, safe during writes and serving, and after a failure the replica still has its previous
 * state.
 */
class ReplicateCommandTest {
    private static final int LETTERS = 3;
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @TempDir
    private Path folder;

    private MaintenanceFixture original;
    private MaintenanceFixture replica;

    @BeforeEach
    void fill() throws IOException {
        original = new MaintenanceFixture(Files.createDirectory(folder.resolve("original")))
                .withLetters(LETTERS)
                .ingested();
        replica = new MaintenanceFixture(Files.createDirectory(folder.resolve("replica")));
    }

    @Test
    void aReplicaHoldsWhatTheOriginalHolds() throws IOException {
        Files.writeString(original.index().resolve("takedown.txt"), "CM18-0000001\n");
        original.withSaved(1);
        replicated();
        replica.assertSound("a first copy");
        assertEquals(original.firstSeen(), replica.firstSeen());
        assertEquals("CM18-0000001\n", Files.readString(replica.index().resolve("takedown.txt")));
        assertEquals(
                TestFolders.content(original.index().resolve("originals")),
                TestFolders.content(replica.index().resolve("originals")));
        assertFalse(Files.exists(replica.database()), "each server has its own saved searches");
    }

    @Test
    void onlyNewFilesAreCopied() {
        replicated();
        var before = identities(replica);
        var second = replicated();
        assertTrue(second.err().contains("copied 0 index files (0 KB) and 0 original files"), second.err());
        assertEquals(before, identities(replica));

        original.withLetters(LETTERS + 2).ingested();
        replicated();
        var after = identities(replica);
        assertEquals(LETTERS + 2, replica.firstSeen().size());
        assertTrue(after.size() > before.size(), after.keySet().toString());
        var kept = new TreeMap<>(after);
        kept.keySet().retainAll(before.keySet());
        kept.remove("CURRENT");
        assertTrue(kept.size() > 10, kept.toString());
        kept.forEach((name, identity) -> assertEquals(before.get(name), identity, name + " was copied again"));
    }

    @Test
    void anOpenEngineShowsTheNewStateAndOldFilesGoLater() throws IOException {
        replicated();
        try (var engine = LuceneEngine.open(replica.lucene(), Vocabularies.bundled())) {
            assertEquals(LETTERS, letters(engine));
            original.withLetters(LETTERS + 1).ingested();
            replicated();
            engine.refresh();
            assertEquals(LETTERS + 1, letters(engine));

            assertEquals(Main.DONE, original.run("reindex").exitCode());
            replicated();
            engine.refresh();
            assertEquals(LETTERS + 1, letters(engine));
            assertEquals("gen-0002", generation(replica));
            assertTrue(Files.exists(replica.lucene().resolve("gen-0001")), "a server may be opening it");

            age(replica.lucene().resolve("CURRENT"));
            replicated();
            assertFalse(Files.exists(replica.lucene().resolve("gen-0001")), "nobody needs it any more");
            assertEquals(LETTERS + 1, letters(engine));
        }
        replica.assertSound("after a rebuild of the original");
    }

    @Test
    void mergedSegmentsLeaveTheReplicaLater() throws IOException {
        for (int i = 1; i <= 12; i++) {
            original.withLetters(LETTERS + i).ingested();
            replicated();
        }
        try (var files = Files.list(replica.lucene().resolve("gen-0001"))) {
            files.forEach(ReplicateCommandTest::age);
        }
        replicated();
        assertEquals(names(original), names(replica));
        replica.assertSound("after merges");
    }

    @Test
    void copiesMadeDuringAnIngestAreComplete() {
        original.withLetters(150);
        var ingest = RealProcess.start(
                folder,
                "ingest",
                original.letters().toString(),
                "--batch",
                "2",
                "--index",
                original.index().toString());
        int copies = 0;
        int before = 0;
        try (ingest) {
            while (ingest.isAlive() || copies == 0) {
                replicated();
                replica.assertSound("copy " + copies);
                int letters = replica.firstSeen().size();
                assertTrue(letters >= before, letters + " after " + before);
                before = letters;
                copies++;
            }
            assertEquals(Main.DONE, ingest.exitCode(), ingest::said);
        }
        assertTrue(copies > 1, "only one copy was made meanwhile");
        replicated();
        assertEquals(original.firstSeen(), replica.firstSeen());
    }

    @Test
    void aKilledCopyIsContinued() {
        var random = new Random(SEED);
        for (int round = 0; round < 6; round++) {
            original.withLetters(LETTERS + 4 * (round + 1)).ingested();
            if (round == 3) {
                assertEquals(Main.DONE, original.run("reindex").exitCode());
            }
            int there = filesOf(replica).size();
            int more = 1 + random.nextInt(12);
            try (var process = RealProcess.start(
                    folder,
                    "replicate",
                    original.index().toString(),
                    replica.index().toString())) {
                process.killWhen(() -> filesOf(replica).size() >= there + more, random.nextInt(2_000_000));
            }
            if (Files.exists(replica.lucene().resolve("CURRENT"))) {
                replica.assertSound("killed in round " + round + ", seed " + SEED);
            }
        }
        replicated();
        replica.assertSound("continued, seed " + SEED);
        assertEquals(original.firstSeen(), replica.firstSeen());
    }

    @Test
    void whatAKilledFirstCopyLeftIsNotCopiedAgain() throws IOException {
        replicated();
        var generation = replica.lucene().resolve("gen-0001");
        Files.delete(generation.resolve("segments_2"));
        Files.delete(replica.lucene().resolve("CURRENT"));
        Files.move(generation, replica.lucene().resolve("gen-0001.unfinished"));
        Files.writeString(replica.lucene().resolve("gen-0001.unfinished/part._0.fdt"), "half a file");
        var result = replicated();
        assertTrue(result.err().contains("copied 1 index file "), result.err());
        assertEquals(names(original), names(replica));
        replica.assertSound("continued");
    }

    @Test
    void aDamagedOriginalIsNotCopied() throws IOException {
        replicated();
        var before = TestFolders.content(replica.lucene());
        original.withLetters(LETTERS + 1).ingested();
        var missing = names(original);
        missing.removeAll(names(replica));
        missing.removeIf(name -> name.startsWith("segments"));
        var fresh = original.lucene().resolve("gen-0001").resolve(missing.last());
        flip(fresh);
        var result = replicate();
        assertEquals(Main.FAILED, result.exitCode());
        assertTrue(result.err().contains(fresh + ": is damaged; restore a backup"), result.err());
        assertEquals(LETTERS, replica.firstSeen().size());
        replica.assertSound("after a refused copy");
        assertTrue(TestFolders.content(replica.lucene()).entrySet().containsAll(before.entrySet()));

        flip(fresh);
        replicated();
        assertEquals(LETTERS + 1, replica.firstSeen().size());
    }

    @Test
    void aDamagedOriginalFileIsNamedAndNothingIsShown() throws IOException {
        var kept = TestFolders.files(original.index().resolve("originals")).getFirst();
        flip(kept);
        var result = replicate();
        assertEquals(Main.FAILED, result.exitCode());
        assertTrue(result.err().contains(kept + ": damaged"), result.err());
        assertFalse(Files.exists(replica.lucene().resolve("CURRENT")));
        assertEquals(Main.DONE, replicate("--no-originals").exitCode(), "the index alone is sound");
    }

    @Test
    void damageInTheReplicaIsRepaired() throws IOException {
        replicated();
        flip(replica.lucene().resolve("gen-0001/_0.fdt"));
        assertEquals(Main.FAILED, replica.run("verify").exitCode());
        assertEquals(Main.DONE, replicate("--verify").exitCode());
        replica.assertSound("mended");

        Files.writeString(replica.lucene().resolve("CURRENT"), "gen-00x1\n");
        replicated();
        replica.assertSound("with a new pointer");
        assertEquals(original.firstSeen(), replica.firstSeen());
    }

    @Test
    void whatIsTakenDownLeavesTheReplica() throws IOException {
        replicated();
        Files.writeString(original.index().resolve("takedown.txt"), MaintenanceFixture.id(1) + "\n");
        original.ingested();
        replicated();
        assertEquals(LETTERS - 1, replica.firstSeen().size());
        assertEquals(
                LETTERS - 1,
                TestFolders.files(replica.index().resolve("originals")).size());
    }

    @Test
    void aFolderWithOtherFilesIsLeftUnchanged() throws IOException {
        Files.createDirectories(replica.index());
        Files.writeString(replica.index().resolve("letter.txt"), "mine");
        assertUsage(replicate(), replica.index() + ": holds letter.txt and is no replica");
        assertEquals("mine", Files.readString(replica.index().resolve("letter.txt")));
        Files.delete(replica.index().resolve("letter.txt"));

        replica.withLetters(1).ingested();
        assertUsage(replicate(), "is no replica (replica.json is missing), so nothing there is overwritten");
        assertEquals(1, replica.firstSeen().size());
    }

    @Test
    void foldersThatCannotBeUsedAreNamed() throws IOException {
        var nowhere = folder.resolve("nowhere").toString();
        var place = original.index().toString();
        assertUsage(Cli.run("replicate", nowhere, place), nowhere + ": no such folder");
        assertUsage(
                Cli.run("replicate", original.letters().toString(), nowhere),
                original.letters() + ": no index there; expected an index folder");
        assertUsage(Cli.run("replicate", place, place), place + ": is, contains or lies in " + place);
        assertUsage(Cli.run("replicate", place, place + "/lucene/copy"), "is, contains or lies in");
        assertUsage(Cli.run("replicate", place, original.folder().toString()), "is, contains or lies in");
        var link = Files.createSymbolicLink(folder.resolve("link"), original.index());
        assertUsage(Cli.run("replicate", place, link.toString()), "is, contains or lies in");
        assertUsage(Cli.run("replicate", place, link + "/copy"), "is, contains or lies in");
        var file = Files.writeString(folder.resolve("file"), "");
        assertUsage(Cli.run("replicate", place, file.toString()), file + ": is a file");
        Files.createDirectories(folder.resolve("empty/lucene"));
        assertUsage(Cli.run("replicate", folder.resolve("empty").toString(), nowhere), "contains no index yet");
    }

    @Test
    void aReplicaIsReadOnlyUntilItIsPromoted() throws IOException {
        replicated();
        replica.withLetters(LETTERS + 1);
        var refused = replica.run("ingest", replica.letters().toString());
        assertUsage(refused, replica.index() + ": is a replica");
        assertUsage(replica.run("reindex"), "delete " + replica.index().resolve("replica.json"));
        Files.delete(replica.index().resolve("replica.json"));
        replica.ingested();
        assertEquals(LETTERS + 1, replica.firstSeen().size());
        replica.assertSound("an independent index");
    }

    private Cli.Result replicate(String... options) {
        var args = new ArrayList<>(List.of(
                "replicate", original.index().toString(), replica.index().toString()));
        args.addAll(List.of(options));
        return Cli.run(args.toArray(String[]::new));
    }

    private Cli.Result replicated() {
        var result = replicate();
        assertEquals(Main.DONE, result.exitCode(), result.err());
        return result;
    }

    private static void assertUsage(Cli.Result result, String message) {
        assertEquals(Main.USAGE, result.exitCode(), result.err());
        assertTrue(result.err().contains(message), result.err());
    }

    private static long letters(LuceneEngine engine) {
        return engine.overview().total().determinations();
    }

    private static String generation(MaintenanceFixture index) throws IOException {
        return Files.readString(index.lucene().resolve("CURRENT")).split(" ", -1)[0];
    }

    private static NavigableSet<String> names(MaintenanceFixture index) throws IOException {
        try (var files = Files.list(index.lucene().resolve(generation(index)))) {
            var names = new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
            names.remove("write.lock");
            return names;
        }
    }

    /** The files under a folder; tolerates files that come and go meanwhile. */
    private static Map<String, Object> filesOf(MaintenanceFixture index) {
        var found = new TreeMap<String, Object>();
        collect(index.lucene().toFile(), found);
        return found;
    }

    private static void collect(File folder, Map<String, Object> found) {
        var entries = folder.listFiles();
        for (var entry : entries == null ? new File[0] : entries) {
            if (entry.isDirectory()) {
                collect(entry, found);
            } else {
                found.put(entry.getPath(), entry);
            }
        }
    }

    /** Inode and modification time of each file, which change when a file is copied again. */
    private static Map<String, String> identities(MaintenanceFixture index) {
        var found = new TreeMap<String, String>();
        for (var file : TestFolders.files(index.lucene())) {
            try {
                var identity = Files.getAttribute(file, "unix:ino") + " " + Files.getLastModifiedTime(file);
                found.put(index.lucene().relativize(file).toString(), identity);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static void age(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flip(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
