package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.document.pdf.Pdfs;
import org.precedent.json.Json;

class ParseCommandTest {
    @TempDir
    private Path folder;

    @Test
    void printsAnObjectForEachLetterInTheOrderGiven() throws IOException {
        var paths = BundledSamples.unpack(folder);
        var last = paths.getLast();
        var first = paths.getFirst();
        var result = Cli.run("parse", last.toString(), first.toString());
        assertEquals(0, result.exitCode(), result.err());
        var lines = result.out().lines().map(line -> Json.read(line, Map.class)).toList();
        assertEquals(last.getFileName().toString(), lines.getFirst().get("source"));
        assertEquals(first.getFileName().toString(), lines.get(1).get("source"));
        assertEquals(2, lines.size());
    }

    @Test
    void readsEverySample() throws IOException {
        int samples = BundledSamples.unpack(folder).size();
        var result = Cli.run("parse", folder.toString());
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(samples, result.out().lines().count());
    }

    @Test
    void readsWhatTheOwnerWouldNotHaveCopiedForNothingIsKept() throws IOException {
        var sample = Files.readString(BundledSamples.unpack(folder).getFirst());
        var pdf = Files.write(folder.resolve("restricted.pdf"), Pdfs.copyRestricted(sample.replace("|", " ")));
        assertEquals(0, Cli.run("parse", pdf.toString()).exitCode());
    }

    @Test
    void namesWhatItCannotReadAndReadsTheRest() throws IOException {
        var sample = BundledSamples.unpack(folder).getFirst();
        var cut = folder.resolve("cut.pdf");
        Files.write(cut, Arrays.copyOf(Pdfs.of("A letter"), 600));
        var result = Cli.run("parse", cut.toString(), sample.toString());
        assertEquals(1, result.exitCode());
        assertTrue(result.err().startsWith("rejected " + cut + ": PDF is cut off"), result.err());
        assertEquals(1, result.out().lines().count());
    }

    @Test
    void namesAPathThatIsNotThere() {
        var missing = folder.resolve("missing.pdf").toString();
        var result = Cli.run("parse", missing);
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains(missing + ": no such file or folder"), result.err());
    }

    @Test
    void helpsWithAnOptionMistyped() {
        var result = Cli.run("parse", "--ignore-copy-restrictions", folder.toString());
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("--ignore-copy-restriction"), result.err());
    }
}
