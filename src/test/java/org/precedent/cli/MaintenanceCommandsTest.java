package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.lucene.LuceneEngine;
import org.precedent.saved.Draft;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearches;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

class MaintenanceCommandsTest {
    private static final Query EVERYTHING = new Query.Everything();

    @TempDir
    private Path folder;

    private Path index;

    @BeforeEach
    void takeTheSamples() throws IOException {
        index = folder.resolve("index");
        var letters = Files.createDirectory(folder.resolve("letters"));
        BundledSamples.unpack(letters);
        assertEquals(Main.DONE, run("ingest", letters).exitCode());
    }

    @Test
    void anIntactIndexIsReportedAsIntact() {
        var result = run("verify");
        assertEquals(Main.DONE, result.exitCode(), result.out());
        assertTrue(result.err().contains("sound"), result.err());
    }

    @Test
    void aFlippedBitIsFound() throws IOException {
        var file = largestFile();
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var result = run("verify");
        assertEquals(Main.FAILED, result.exitCode());
        assertTrue(!result.out().isBlank());
    }

    @Test
    void aRebuiltIndexKeepsWhenLettersWereFirstSeen() {
        var before = firstSeen("CM17-9900001");
        var result = run("reindex");
        assertEquals(Main.DONE, result.exitCode(), result.err());
        assertTrue(result.err().contains("49 determinations"), result.err());
        assertEquals(before, firstSeen("CM17-9900001"));
        assertEquals(Main.DONE, run("verify").exitCode());
    }

    @Test
    void aCopyServesInPlaceOfTheOriginal() {
        try (var saved = SavedSearches.open(index.resolve("precedent.db"), InstantSource.system())) {
            saved.create(Owner.ofToken("somebody"), new Draft("necks", "", "/search?q=neck"), Instant.EPOCH);
        }
        var copy = folder.resolve("copy");
        assertEquals(Main.DONE, run("backup", copy).exitCode());
        var verified = Cli.run("verify", "--index", copy.toString());
        assertEquals(Main.DONE, verified.exitCode(), verified.out());
        var found = Cli.run("search", "neck", "--json", "--index", copy.toString());
        assertTrue(found.out().contains("\"results\":[{"), found.out());
        try (var saved = SavedSearches.open(copy.resolve("precedent.db"), InstantSource.system())) {
            assertEquals(1, saved.count());
        }
    }

    @Test
    void copiesMadeDuringWritesAreCompleteAndConsistent() throws Exception {
        var fixture = new MaintenanceFixture(folder.resolve("busy")).withLetters(2);
        assertEquals(
                Main.DONE, fixture.run("ingest", fixture.letters().toString()).exitCode());
        fixture.withLetters(200);
        try (var work = Executors.newFixedThreadPool(2)) {
            var ingest =
                    work.submit(() -> fixture.run("ingest", fixture.letters().toString(), "--batch", "2"));
            var saving = work.submit(() -> {
                while (!ingest.isDone()) {
                    fixture.withSaved(1);
                }
                return true;
            });
            int copies = 0;
            int before = 0;
            while (!ingest.isDone() || copies == 0) {
                var copy = new MaintenanceFixture(Files.createDirectory(folder.resolve("copy" + copies)));
                var made = fixture.run("backup", copy.index().toString());
                assertEquals(Main.DONE, made.exitCode(), made.err());
                copy.assertSound("copy " + copies);
                int letters = copy.firstSeen().size();
                assertTrue(letters >= before, letters + " after " + before);
                before = letters;
                copies++;
            }
            assertEquals(Main.DONE, ingest.get().exitCode());
            assertTrue(saving.get());
        }
    }

    @Test
    void aCopyIsNotMadeIntoANonemptyFolder() {
        var result = run("backup", folder.resolve("letters"));
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains("not empty"), result.err());
    }

    @Test
    void aFolderThatIsNotAnIndexStaysUntouched() {
        var nowhere = folder.resolve("nowhere");
        for (var command : List.of("verify", "reindex", "backup copy")) {
            var args = new ArrayList<>(List.of(command.split(" ", -1)));
            args.addAll(List.of("--index", nowhere.toString()));
            var result = Cli.run(args.toArray(String[]::new));
            assertEquals(Main.USAGE, result.exitCode(), command);
            assertTrue(result.err().contains(nowhere + ": contains no index"), result.err());
        }
        assertTrue(Files.notExists(nowhere));
    }

    @Test
    void aFileThatIsNotADatabaseIsReportedAsDamage() throws IOException {
        Files.writeString(index.resolve("precedent.db"), "this is no database ".repeat(500));
        var result = run("verify");
        assertEquals(Main.FAILED, result.exitCode());
        assertTrue(result.out().contains("precedent.db"), result.out());
    }

    @Test
    void anEvaluationNeedsItsExpectations() {
        var result = Cli.run("evaluate", folder.toString());
        assertEquals(Main.USAGE, result.exitCode());
        assertTrue(result.err().contains("expected.jsonl"), result.err());
    }

    @Test
    void anEvaluationShowsEveryMissAndFailsBelowTheBar() throws IOException {
        var letters = folder.resolve("letters");
        Files.writeString(letters.resolve("expected.jsonl"), """
                {"file":"CM17-9900001.txt","case":"CM17-0000000"}
                """);
        var result = Cli.run("evaluate", letters.toString(), "--at-least", "0.9");
        assertEquals(Main.FAILED, result.exitCode());
        assertTrue(result.out().contains("CM17-0000000"), result.out());
    }

    private Cli.Result run(String command, Path... paths) {
        var args = new ArrayList<String>();
        args.add(command);
        for (var path : paths) {
            args.add(path.toString());
        }
        args.add("--index");
        args.add(index.toString());
        return Cli.run(args.toArray(String[]::new));
    }

    private Instant firstSeen(String id) {
        try (var engine = LuceneEngine.open(index.resolve("lucene"), Vocabularies.bundled())) {
            return engine.findLetter(id, EVERYTHING).orElseThrow().firstSeen();
        }
    }

    private Path largestFile() throws IOException {
        try (var files = Files.walk(index.resolve("lucene"))) {
            return files.filter(Files::isRegularFile)
                    .max(Comparator.comparingLong(f -> f.toFile().length()))
                    .orElseThrow();
        }
    }
}
