package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.TestFolders;
import org.precedent.determination.Determination;
import org.precedent.lucene.store.IndexDamagedException;
import org.precedent.lucene.store.IndexLock.IndexInUseException;
import org.precedent.search.LetterBuilder;
import org.precedent.search.SearchEngine;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

class IndexMaintenanceTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Path index;
    private IndexMaintenance maintenance;

    @BeforeEach
    void fill() {
        index = folder.resolve("index");
        maintenance = IndexMaintenance.open(index, Vocabularies.bundled());
    }

    @Test
    void findsNothingWrongWithAnEmptyOrIntactIndex() {
        assertEquals(List.of(), maintenance.verify());
        write("a", "b");
        assertEquals(List.of(), maintenance.verify());
    }

    @Test
    void findsAFlippedBit() throws IOException {
        write("a", "b", "c");
        var largest = largestFile();
        var bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 4;
        Files.write(largest, bytes);
        assertEquals(1, maintenance.verify().size());
    }

    @Test
    void mergedSegmentsHoldEveryLetterCompletely() {
        for (int round = 0; round < 30; round++) {
            write("same", "always", "letter-" + round);
        }
        assertEquals(List.of(), maintenance.verify());
        try (var engine = LuceneEngine.open(index, Vocabularies.bundled())) {
            assertEquals(32, engine.overview().total().determinations());
            for (int round = 0; round < 30; round++) {
                var letter = engine.findLetter("letter-" + round, new Query.Everything())
                        .orElseThrow()
                        .determination();
                assertEquals(letter("letter-" + round), letter);
            }
        }
    }

    @Test
    void rebuildsWhileServingAndKeepsTheTimes() {
        write("a", "b");
        try (var engine = LuceneEngine.open(index, Vocabularies.bundled())) {
            var before = engine.generation();
            assertEquals(2, maintenance.reindex(Optional::of));
            engine.refresh();
            assertNotEquals(before, engine.generation());
            assertEquals(2, engine.overview().total().determinations());
            assertEquals(
                    NOON,
                    engine.findLetter("a", new Query.Everything()).orElseThrow().firstSeen());
            assertFalse(Files.exists(index.resolve("gen-0001")));
        }
        assertEquals(List.of(), maintenance.verify());
    }

    @Test
    void refusesToRebuildFromDamagedFiles() throws IOException {
        write("a", "b");
        var file = largestFile();
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var refused = assertThrows(IndexDamagedException.class, () -> maintenance.reindex(Optional::of));
        assertTrue(String.valueOf(refused.getMessage()).contains(file + ": is damaged"), refused.getMessage());
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertEquals(2, maintenance.determinationCount());
        assertEquals(List.of(), maintenance.verify());
    }

    @Test
    void deletesTheOldGenerationThoughLettersWereTakenDown() {
        write("a", "b", "c");
        assertEquals(2, maintenance.reindex(letter -> Optional.of(letter).filter(l -> !l.id().equals("b"))));
        assertEquals(2, maintenance.determinationCount());
        assertEquals(List.of("gen-0002"), generations());
    }

    @Test
    void completesADeletionThatWasInterrupted() throws IOException {
        write("a", "b", "c");
        var old = TestFolders.copy(index.resolve("gen-0001"), folder.resolve("old"));
        maintenance.reindex(letter -> Optional.of(letter).filter(l -> !l.id().equals("b")));
        Files.move(old, index.resolve("gen-0001"));
        Files.createDirectory(index.resolve("gen-0003.unfinished"));
        write("d");
        assertEquals(List.of("gen-0002"), generations());
        assertEquals(3, maintenance.determinationCount());
    }

    @Test
    void keepsAGenerationThatHoldsMoreThanTheOneServed() throws IOException {
        write("a", "b", "c");
        TestFolders.copy(index.resolve("gen-0001"), index.resolve("gen-0007"));
        TestFolders.remove(index.resolve("gen-0001"));
        Files.delete(index.resolve("CURRENT"));
        Files.move(index.resolve("gen-0007"), folder.resolve("aside"));
        write("d");
        Files.move(folder.resolve("aside"), index.resolve("gen-0007"));
        write("e");
        assertEquals(List.of("gen-0001", "gen-0007"), generations());
        write("f");
        write("g");
        assertEquals(List.of("gen-0001"), generations(), "as many are in the one that is served");
    }

    @Test
    void anUnfinishedFirstGenerationIsNotALoss() throws IOException {
        Files.createDirectories(index.resolve("gen-0001.unfinished"));
        assertEquals(List.of(), maintenance.verify());
        write("a");
        assertEquals(List.of("gen-0001"), generations());
        Files.delete(index.resolve("CURRENT"));
        var remedy = maintenance.verify().getFirst();
        assertTrue(remedy.contains("write the line gen-0001 into it") && remedy.contains("holds 1 letter"), remedy);
    }

    private List<String> generations() {
        try (var files = Files.list(index)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.startsWith("gen-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path largestFile() throws IOException {
        try (var files = Files.list(index.resolve("gen-0001"))) {
            return files.max(Comparator.comparingLong(f -> f.toFile().length())).orElseThrow();
        }
    }

    @Test
    void servesTheLastStateReadWhenTheIndexGoesAway() throws IOException {
        write("a", "b");
        try (var engine = LuceneEngine.open(index, Vocabularies.bundled())) {
            assertEquals(List.of(), engine.problems());
            var gone = Files.move(index, folder.resolve("gone"));
            engine.refresh();
            assertEquals(2, engine.overview().total().determinations());
            assertEquals(
                    "a",
                    engine.findLetter("a", new Query.Everything())
                            .orElseThrow()
                            .determination()
                            .id());
            assertTrue(engine.problems().getFirst().contains("is gone; restore a backup"));
            Files.createDirectory(index);
            engine.refresh();
            assertEquals(1, engine.problems().size(), "an empty folder in its place");
            Files.delete(index);
            Files.move(gone, index);
            write("c");
            engine.refresh();
            assertEquals(List.of(), engine.problems());
            assertEquals(3, engine.overview().total().determinations());
        }
    }

    @Test
    void noticesALinkThatIsMovedToAnotherIndex() throws IOException {
        write("a", "b");
        var other = TestFolders.copy(index, folder.resolve("other"));
        write("c");
        var link = Files.createSymbolicLink(folder.resolve("link"), index);
        try (var engine = LuceneEngine.open(link, Vocabularies.bundled())) {
            assertEquals(3, engine.overview().total().determinations());
            Files.delete(link);
            Files.createSymbolicLink(link, other);
            engine.refresh();
            assertEquals(2, engine.overview().total().determinations());
        }
    }

    @Test
    void refusesToRebuildWhileAnotherWrites() {
        write("a");
        try (var writer = LuceneWriter.open(index, Vocabularies.bundled(), () -> NOON)) {
            assertThrows(IndexInUseException.class, () -> maintenance.reindex(Optional::of));
            writer.commit();
        }
    }

    @Test
    void copiesACommitWhileLettersAreWritten() {
        write("a", "b");
        var copy = folder.resolve("copy");
        try (var writer = LuceneWriter.open(index, Vocabularies.bundled(), () -> NOON)) {
            writer.put(LetterBuilder.letter("c").issue("one", "words").make());
            maintenance.backup(copy);
            writer.commit();
        }
        assertEquals(
                List.of(), IndexMaintenance.open(copy, Vocabularies.bundled()).verify());
        try (SearchEngine engine = LuceneEngine.open(copy, Vocabularies.bundled())) {
            assertEquals(2, engine.overview().total().determinations());
        }
        assertThrows(IllegalArgumentException.class, () -> maintenance.backup(copy));
    }

    @Test
    void additionsAfterTheClockWasSetBackCountAsNew() {
        write("a");
        var yesterday = NOON.minus(Duration.ofDays(1));
        try (var engine = LuceneEngine.open(index, Vocabularies.bundled())) {
            var looked = engine.overview().lastChanged().orElseThrow();
            try (var writer = LuceneWriter.open(index, Vocabularies.bundled(), () -> yesterday)) {
                writer.put(LetterBuilder.letter("b").issue("one", "words").make());
                writer.commit();
            }
            engine.refresh();
            var late = engine.findLetter("b", new Query.Everything()).orElseThrow();
            assertTrue(late.firstSeen().isAfter(looked), late.firstSeen() + " after " + looked);
        }
    }

    private void write(String... ids) {
        try (var writer = LuceneWriter.open(index, Vocabularies.bundled(), () -> NOON)) {
            for (var id : ids) {
                writer.put(letter(id));
            }
            writer.commit();
        }
    }

    private static Determination letter(String id) {
        return LetterBuilder.letter(id)
                .summary("A story of " + id)
                .issue("one " + id, "first words")
                .issue("two " + id, "second words")
                .make();
    }
}
