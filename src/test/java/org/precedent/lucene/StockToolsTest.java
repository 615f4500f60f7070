package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.apache.lucene.index.CheckIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.lucene.schema.IndexField;
import org.precedent.search.LetterBuilder;
import org.precedent.vocabulary.Vocabularies;

/** Lucene's own tools can open an index without any class of this program. */
class StockToolsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        try (var writer = LuceneWriter.open(folder, Vocabularies.bundled(), InstantSource.system())) {
            writer.put(LetterBuilder.letter("a")
                    .issue("MRI of the neck", "a reason")
                    .make());
            writer.put(
                    LetterBuilder.letter("b").issue("X-ray", "another reason").make());
            writer.commit();
        }
    }

    @Test
    void stockCheckIndexAcceptsTheIndex() throws IOException, InterruptedException, URISyntaxException {
        var output = folder.resolve("check.txt");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        Path.of(location(CheckIndex.class).toURI()).toString(),
                        CheckIndex.class.getName(),
                        "-level",
                        "3",
                        generation().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var printed = process.waitFor() + "\n" + Files.readString(output);
        assertTrue(printed.contains("No problems were detected"), printed);
        assertEquals(0, process.exitValue(), printed);
    }

    /** Reads all terms, stored fields, and doc values, as Luke and other index browsers do. */
    @Test
    void readerOfLuceneAloneReadsTermsStoredFieldsAndColumns() throws Exception {
        var classes = new URL[] {location(CheckIndex.class), location(StockIndexReader.class)};
        try (var loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            assertThrows(ClassNotFoundException.class, () -> loader.loadClass(LuceneWriter.class.getName()));
            @SuppressWarnings("unchecked")
            var counts = (Map<String, Integer>) loader.loadClass(StockIndexReader.class.getName())
                    .getMethod("count", Path.class)
                    .invoke(null, generation());
            assertEquals(4, counts.get("documents"), counts.toString());
            assertEquals(0, counts.get("stored fields"), counts.toString());
            assertEquals(2, counts.get("values of " + IndexField.CARD.key()), counts.toString());
            assertEquals(2, counts.get("values of " + IndexField.DETERMINATION.key()), counts.toString());
            assertEquals(1, counts.get("issues with mri"), counts.toString());
        }
    }

    private Path generation() {
        return folder.resolve("gen-0001");
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
