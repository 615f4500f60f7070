package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.lucene.index.CheckIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.search.LetterBuilder;
import org.precedent.vocabulary.Vocabularies;

/** Lucene's own tools open an index without any class of this program. */
class StockToolsTest {
    @TempDir
    private Path folder;

    @Test
    void checkIndexOfLuceneAloneFindsTheIndexSound() throws IOException, InterruptedException, URISyntaxException {
        try (var writer = LuceneWriter.open(folder, Vocabularies.bundled(), InstantSource.system())) {
            writer.put(LetterBuilder.letter("a")
                    .issue("MRI of the neck", "a reason")
                    .make());
            writer.put(
                    LetterBuilder.letter("b").issue("X-ray", "another reason").make());
            writer.commit();
        }
        var output = folder.resolve("check.txt");
        var lucene = Path.of(CheckIndex.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        lucene.toString(),
                        CheckIndex.class.getName(),
                        "-level",
                        "3",
                        folder.resolve("gen-0001").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var printed = process.waitFor() + "\n" + Files.readString(output);
        assertTrue(printed.contains("No problems were detected"), printed);
        assertEquals(0, process.exitValue(), printed);
    }
}
