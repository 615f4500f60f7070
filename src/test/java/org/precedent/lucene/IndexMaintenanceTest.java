package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
import org.precedent.determination.Determination;
import org.precedent.lucene.store.IndexInUse;
import org.precedent.search.SearchEngine;
import org.precedent.search.query.Query;
import org.precedent.vocabulary.Vocabularies;

class IndexMaintenanceTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private Path index;
    private IndexMaintenance care;

    @BeforeEach
    void fill() {
        index = folder.resolve("index");
        care = IndexMaintenance.of(index, Vocabularies.bundled());
    }

    @Test
    void findsNothingWrongWithAnEmptyOrAWholeIndex() {
        assertEquals(List.of(), care.verify());
        write("a", "b");
        assertEquals(List.of(), care.verify());
    }

    @Test
    void findsAFlippedBit() throws IOException {
        write("a", "b", "c");
        Path largest;
        try (var files = Files.list(index.resolve("gen-0001"))) {
            largest = files.max(Comparator.comparingLong(f -> f.toFile().length()))
                    .orElseThrow();
        }
        var bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 4;
        Files.write(largest, bytes);
        assertEquals(1, care.verify().size());
    }

    @Test
    void mergedSegmentsHoldEveryLetterWhole() {
        for (int round = 0; round < 30; round++) {
            write("same", "always", "letter-" + round);
        }
        assertEquals(List.of(), care.verify());
        try (var engine = LuceneEngine.open(index, Vocabularies.bundled())) {
            assertEquals(32, engine.overview().total().determinations());
            for (int round = 0; round < 30; round++) {
                var letter = engine.letter("letter-" + round, new Query.Everything())
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
            assertEquals(2, care.reindex(Optional::of));
            engine.refresh();
            assertNotEquals(before, engine.generation());
            assertEquals(2, engine.overview().total().determinations());
            assertEquals(
                    NOON,
                    engine.letter("a", new Query.Everything()).orElseThrow().firstSeen());
            assertFalse(Files.exists(index.resolve("gen-0001")));
        }
        assertEquals(List.of(), care.verify());
    }

    @Test
    void refusesToRebuildWhileAnotherWrites() {
        write("a");
        try (var writer = LuceneWriter.open(index, Vocabularies.bundled(), () -> NOON)) {
            assertThrows(IndexInUse.class, () -> care.reindex(Optional::of));
            writer.commit();
        }
    }

    @Test
    void copiesACommitWhileLettersAreWritten() {
        write("a", "b");
        var copy = folder.resolve("copy");
        try (var writer = LuceneWriter.open(index, Vocabularies.bundled(), () -> NOON)) {
            writer.put(LetterBuilder.letter("c").issue("one", "words").make());
            care.backup(copy);
            writer.commit();
        }
        assertEquals(
                List.of(), IndexMaintenance.of(copy, Vocabularies.bundled()).verify());
        try (SearchEngine engine = LuceneEngine.open(copy, Vocabularies.bundled())) {
            assertEquals(2, engine.overview().total().determinations());
        }
        assertThrows(IllegalArgumentException.class, () -> care.backup(copy));
    }

    @Test
    void whatComesInAfterTheClockWasSetBackIsNewToWhoeverHasLooked() {
        write("a");
        var yesterday = NOON.minus(Duration.ofDays(1));
        try (var engine = LuceneEngine.open(index, Vocabularies.bundled())) {
            var looked = engine.overview().lastChanged().orElseThrow();
            try (var writer = LuceneWriter.open(index, Vocabularies.bundled(), () -> yesterday)) {
                writer.put(LetterBuilder.letter("b").issue("one", "words").make());
                writer.commit();
            }
            engine.refresh();
            var late = engine.letter("b", new Query.Everything()).orElseThrow();
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
