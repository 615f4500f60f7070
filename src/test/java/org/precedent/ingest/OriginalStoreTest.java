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

    private OriginalStore store() {
        return new OriginalStore(folder.resolve("originals"));
    }
}
