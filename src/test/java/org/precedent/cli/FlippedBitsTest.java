package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.TestFolders;
import org.precedent.lucene.IndexMaintenance;
import org.precedent.saved.DatabaseUnavailableException;
import org.precedent.saved.Owner;
import org.precedent.saved.SavedSearch;
import org.precedent.saved.SavedSearches;
import org.precedent.vocabulary.Vocabularies;

/**
 * Single bits flipped anywhere, and files truncated anywhere: {@code verify} detects every change that matters and says what to do.
 * {@code -Dseed=N} repeats a run; {@code -Dflips=N} and {@code -Ddatabase.flips=N} set the number of flips.
 */
class FlippedBitsTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int FLIPS = Integer.getInteger("flips", 8);
    private static final int DATABASE_FLIPS = Integer.getInteger("database.flips", 160);
    private static final List<String> REMEDIES = List.of("restore a backup", "write the line gen-0001 into it");

    @TempDir
    private static Path folder;

    private static MaintenanceFixture fixture;

    @BeforeAll
    static void fill() {
        fixture = new MaintenanceFixture(folder).withLetters(3).ingested().withSaved(25);
    }

    @Test
    void everyFlippedBitOfTheIndexIsFound() throws IOException {
        var random = new Random(SEED);
        var care = IndexMaintenance.open(fixture.lucene(), Vocabularies.bundled());
        assertEquals(List.of(), care.verify());
        int flips = 0;
        for (var file : TestFolders.files(fixture.lucene())) {
            var bytes = Files.readAllBytes(file);
            var places = IntStream.concat(IntStream.of(0, bytes.length - 1), random.ints(FLIPS, 0, bytes.length + 1));
            for (int at : places.filter(p -> p >= 0 && p < bytes.length).toArray()) {
                int bit = random.nextInt(8);
                Files.write(file, flipped(bytes, at, bit));
                var found = care.verify();
                var place = file + " byte " + at + " bit " + bit + ", seed " + SEED;
                assertFalse(found.isEmpty(), place);
                assertTrue(REMEDIES.stream().anyMatch(found.getFirst()::contains), place + ": " + found);
                flips++;
            }
            Files.write(file, bytes);
        }
        System.out.println("flipped bits found: " + flips);
        assertEquals(List.of(), care.verify());
    }

    @Test
    void everyTruncatedFileOfTheIndexIsFound() throws IOException {
        var random = new Random(SEED);
        var care = IndexMaintenance.open(fixture.lucene(), Vocabularies.bundled());
        int cuts = 0;
        for (var file : TestFolders.files(fixture.lucene())) {
            var bytes = Files.readAllBytes(file);
            var lengths = IntStream.concat(
                    IntStream.of(0, bytes.length - 1),
                    random.ints(Math.max(1, FLIPS / 4), 0, Math.max(1, bytes.length)));
            for (int length : lengths.filter(l -> l >= 0 && l < bytes.length).toArray()) {
                Files.write(file, Arrays.copyOf(bytes, length));
                var found = care.verify();
                var place = file + " cut to " + length + " of " + bytes.length + " bytes, seed " + SEED;
                assertFalse(found.isEmpty(), place);
                assertTrue(REMEDIES.stream().anyMatch(found.getFirst()::contains), place + ": " + found);
                cuts++;
            }
            Files.write(file, bytes);
        }
        System.out.println("truncations found: " + cuts);
        assertEquals(List.of(), care.verify());
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        var care = IndexMaintenance.open(fixture.lucene(), Vocabularies.bundled());
        for (var file : TestFolders.files(fixture.lucene())) {
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

    /** A flipped bit in unused space has no effect and may go undetected. */
    @Test
    void everyFlippedBitOfTheSavedSearchesIsFoundOrChangesNothing() throws IOException {
        var random = new Random(SEED);
        var file = fixture.database();
        var bytes = Files.readAllBytes(file);
        var used = IntStream.range(0, bytes.length).filter(i -> bytes[i] != 0).toArray();
        var before = read(file).orElseThrow();
        int found = 0;
        for (int i = 0; i < DATABASE_FLIPS; i++) {
            // a small database is mostly zero bytes, so every second flip is in a nonzero byte
            int at = i % 2 == 0 ? random.nextInt(bytes.length) : used[random.nextInt(used.length)];
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
        System.out.println("flipped bits of the database: " + DATABASE_FLIPS + ", of these found " + found);
        assertTrue(found > DATABASE_FLIPS / 10, "found only " + found);
    }

    /** The saved searches; empty if the database is reported as damaged. */
    private static Optional<List<SavedSearch>> read(Path file) {
        try (var saved = SavedSearches.open(file, InstantSource.system())) {
            return saved.damage().isEmpty() ? Optional.of(saved.ownedBy(Owner.ofToken("somebody"))) : Optional.empty();
        } catch (DatabaseUnavailableException e) {
            return Optional.empty();
        }
    }

    private static byte[] flipped(byte[] bytes, int at, int bit) {
        var changed = bytes.clone();
        changed[at] ^= (byte) (1 << bit);
        return changed;
    }
}
