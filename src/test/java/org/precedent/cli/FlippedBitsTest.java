package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.TestFolders;
import org.precedent.lucene.IndexMaintenance;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearch;
import org.precedent.saved.SavedSearches;
import org.precedent.saved.Unavailable;
import org.precedent.vocabulary.Vocabularies;

/**
 * Single bits flipped anywhere: {@code verify} finds every one that changes anything, and says what to do. {@code -Dseed=N}
 * repeats a run.
 */
class FlippedBitsTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int FLIPS = 8;
    private static final int DATABASE_FLIPS = 160;
    private static final List<String> REMEDIES = List.of("restore a backup", "write the line gen-0001 into it");

    @TempDir
    private static Path folder;

    private static CareFixture office;

    @BeforeAll
    static void fill() {
        office = new CareFixture(folder).withLetters(3).ingested().withSaved(25);
    }

    @Test
    void everyFlippedBitOfTheIndexIsFound() throws IOException {
        var random = new Random(SEED);
        var care = IndexMaintenance.of(office.lucene(), Vocabularies.bundled());
        assertEquals(List.of(), care.verify());
        for (var file : TestFolders.files(office.lucene())) {
            var bytes = Files.readAllBytes(file);
            var places = IntStream.concat(IntStream.of(0, bytes.length - 1), random.ints(FLIPS, 0, bytes.length + 1));
            for (int at : places.filter(p -> p >= 0 && p < bytes.length).toArray()) {
                int bit = random.nextInt(8);
                Files.write(file, flipped(bytes, at, bit));
                var found = care.verify();
                var place = file + " byte " + at + " bit " + bit + ", seed " + SEED;
                assertFalse(found.isEmpty(), place);
                assertTrue(REMEDIES.stream().anyMatch(found.getFirst()::contains), place + ": " + found);
            }
            Files.write(file, bytes);
        }
        assertEquals(List.of(), care.verify());
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        var care = IndexMaintenance.of(office.lucene(), Vocabularies.bundled());
        for (var file : TestFolders.files(office.lucene())) {
            var bytes = Files.readAllBytes(file);
            Files.delete(file);
            boolean isCommit = file.getFileName().toString().startsWith("segments_");
            if (!isCommit && !file.endsWith("write.lock")) {
                var found = String.join("\n", care.verify());
                assertTrue(found.contains(file.toString()) && found.contains("is missing"), file + ": " + found);
            }
            Files.write(file, bytes);
        }
    }

    /** A bit in space that holds nothing changes nothing, and may go unnoticed. */
    @Test
    void everyFlippedBitOfTheSavedSearchesIsFoundOrChangesNothing() throws IOException {
        var random = new Random(SEED);
        var file = office.database();
        var bytes = Files.readAllBytes(file);
        var before = read(file).orElseThrow();
        int found = 0;
        for (int i = 0; i < DATABASE_FLIPS; i++) {
            int at = random.nextInt(bytes.length);
            int bit = random.nextInt(8);
            Files.write(file, flipped(bytes, at, bit));
            var now = read(file);
            found += now.isEmpty() ? 1 : 0;
            now.ifPresent(list -> assertEquals(before, list, "byte " + at + " bit " + bit + ", seed " + SEED));
            for (var beside : List.of("-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + beside));
            }
        }
        Files.write(file, bytes);
        assertTrue(found > DATABASE_FLIPS / 10, "found only " + found);
    }

    /** What is saved, as long as nothing is said to be damaged. */
    private static Optional<List<SavedSearch>> read(Path file) {
        try (var saved = SavedSearches.open(file, InstantSource.system())) {
            return saved.damage().isEmpty() ? Optional.of(saved.ownedBy(Owner.holding("somebody"))) : Optional.empty();
        } catch (Unavailable e) {
            return Optional.empty();
        }
    }

    private static byte[] flipped(byte[] bytes, int at, int bit) {
        var changed = bytes.clone();
        changed[at] ^= (byte) (1 << bit);
        return changed;
    }
}
