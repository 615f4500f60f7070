package org.precedent.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalStoreTest {
    private static final byte[] FILE = "FICTIONAL SAMPLE LETTER".getBytes(UTF_8);
    private static final String DIGEST = LetterReader.sha256(FILE);

    @TempDir
    private Path folder;

    @Test
    void storesReturnsAndRemovesFiles() throws IOException {
        var store = store();
        assertTrue(store.find(DIGEST).isEmpty());
        store.put(DIGEST, FILE);
        store.put(DIGEST, FILE);
        assertArrayEquals(FILE, Files.readAllBytes(store.find(DIGEST).orElseThrow()));
        store.remove(DIGEST);
        store.remove(DIGEST);
        assertTrue(store.find(DIGEST).isEmpty());
    }

    @Test
    void looksForDigestsOnly() throws IOException {
        store().put(DIGEST, FILE);
        Files.writeString(folder.resolve("secret"), "x");
        assertTrue(store().find("../secret").isEmpty());
        assertTrue(store().find("").isEmpty());
    }

    @Test
    void findsWhatIsDamaged() throws IOException {
        store().put(DIGEST, FILE);
        assertEquals(List.of(), store().damage());
        Files.writeString(store().find(DIGEST).orElseThrow(), "other");
        assertTrue(store().damage().getFirst().contains(DIGEST));
    }

    @Test
    void copiesAndClears() throws IOException {
        store().put(DIGEST, FILE);
        store().copyTo(folder.resolve("copy"));
        store().clear();
        store().clear();
        assertFalse(store().find(DIGEST).isPresent());
        assertTrue(new OriginalStore(folder.resolve("copy")).find(DIGEST).isPresent());
    }

    @Test
    void copiesWhileFilesAreStoredAndRemoved() throws Exception {
        var others = IntStream.range(0, 200)
                .mapToObj(n -> ("FICTIONAL SAMPLE LETTER " + n).getBytes(UTF_8))
                .toList();
        store().put(DIGEST, FILE);
        var ended = new AtomicBoolean();
        try (var writer = Executors.newSingleThreadExecutor()) {
            var writing = writer.submit(() -> {
                while (!ended.get()) {
                    others.forEach(file -> store().put(LetterReader.sha256(file), file));
                    others.forEach(file -> store().remove(LetterReader.sha256(file)));
                }
            });
            try {
                for (int i = 0; i < 20; i++) {
                    var copy = folder.resolve("copy" + i);
                    store().copyTo(copy);
                    assertEquals(List.of(), store().damage());
                    assertEquals(List.of(), new OriginalStore(copy).damage());
                    assertTrue(new OriginalStore(copy).find(DIGEST).isPresent());
                }
            } finally {
                ended.set(true);
            }
            writing.get();
        }
    }

    private OriginalStore store() {
        return new OriginalStore(folder.resolve("originals"));
    }
}
