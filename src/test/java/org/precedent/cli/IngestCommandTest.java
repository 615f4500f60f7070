package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.document.pdf.Pdfs;
import org.precedent.json.Json;

class IngestCommandTest {
    @TempDir
    private Path folder;

    private Path letters;
    private int samples;

    @BeforeEach
    void unpackTheSamples() throws IOException {
        letters = Files.createDirectory(folder.resolve("letters"));
        samples = BundledSamples.unpack(letters).size();
    }

    @Test
    void ingestsAFolderAndTheSecondTimeNothing() {
        var first = ingest();
        assertEquals(0, first.exitCode(), first.err());
        assertEquals("", first.out());
        assertTrue(first.err().startsWith(samples + " indexed, 0 replaced, 0 unchanged, 0 rejected in "), first.err());
        var second = ingest();
        assertEquals(0, second.exitCode(), second.err());
        assertTrue(
                second.err().startsWith("0 indexed, 0 replaced, " + samples + " unchanged, 0 rejected"), second.err());
        assertTrue(second.err().contains("nothing to write"), second.err());
    }

    @Test
    void reportsRejectedFilesWithReasonsAndProcessesTheRest() throws IOException {
        Files.write(letters.resolve("cut.pdf"), Arrays.copyOf(Pdfs.of("A letter"), 600));
        Files.write(letters.resolve("empty.txt"), new byte[0]);
        Files.write(letters.resolve("image.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        Files.write(letters.resolve("restricted.pdf"), Pdfs.copyRestricted("A letter"));
        var result = ingest();
        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("rejected " + letters.resolve("cut.pdf") + ": PDF is cut off"), result.err());
        assertTrue(result.err().contains("rejected " + letters.resolve("empty.txt") + ": file is empty"), result.err());
        assertTrue(result.err().contains("rejected " + letters.resolve("image.png") + ": file is a PNG image"));
        assertTrue(result.err().contains("--ignore-copy-restriction"), result.err());
        assertTrue(result.err().contains(samples + " indexed, 0 replaced, 0 unchanged, 4 rejected"), result.err());
    }

    @Test
    void takesTheFirstOfTwoLettersInOneFileAndReportsIt() throws IOException {
        var two = Files.readString(letters.resolve("CM16-9900001.txt")) + "\f"
                + Files.readString(letters.resolve("CM16-9900002.txt"));
        var both = Files.writeString(folder.resolve("both.txt"), two);
        var result = Cli.run(
                "ingest", both.toString(), "--index", folder.resolve("index").toString());
        assertTrue(result.err().startsWith("1 indexed, "), result.err());
        assertTrue(result.err().contains("several-letters 1"), result.err());
    }

    @Test
    void rejectsAnotherLetterOfTheSameCaseNamingTheFirst() throws IOException {
        var first = letters.resolve("CM16-9900001.txt");
        var other = letters.resolve("z-other.txt");
        Files.writeString(other, Files.readString(first).replace("Upheld", "Overturned"));
        for (int run = 0; run < 2; run++) {
            var result = ingest();
            assertEquals(1, result.exitCode());
            assertTrue(
                    result.err()
                            .contains("rejected " + other + ": is another determination with the ID CM16-9900001 of "),
                    result.err());
        }
        assertTrue(ingest().err().contains("nothing to write"));
    }

    @Test
    void namesAPathThatIsNotThere() {
        var missing = folder.resolve("missing").toString();
        var result = Cli.run("ingest", missing);
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains(missing + ": no such file or folder"), result.err());
    }

    @Test
    void writesAReportOfEveryFile() throws IOException {
        Files.write(letters.resolve("empty.txt"), new byte[0]);
        var report = folder.resolve("report.json");
        ingest("--report", report.toString());
        var json = Json.read(Files.readString(report), Report.class);
        assertEquals(samples + 1, json.files().size());
        assertEquals(1, json.summary().get("rejected"));
        assertFalse(Files.exists(folder.resolve("report.json.part")));
    }

    @Test
    void keepsTheFilesUnlessAskedNotTo() throws IOException {
        assertEquals(0, ingest("--no-originals").exitCode());
        assertFalse(Files.exists(folder.resolve("index/originals")));
        Cli.run("ingest", letters.toString(), "--index", folder.resolve("other").toString());
        try (var files = Files.walk(folder.resolve("other/originals"))) {
            assertEquals(samples, files.filter(Files::isRegularFile).count());
        }
        var redacted = folder.resolve("redacted");
        assertEquals(
                0,
                Cli.run("ingest", letters.toString(), "--redact", "--index", redacted.toString())
                        .exitCode());
        assertFalse(Files.exists(redacted.resolve("originals")));
        assertFalse(Files.exists(redacted.resolve("paths.jsonl")));
    }

    @Test
    void copiesChecksAndRedactsTheFilesWithTheIndex() throws IOException {
        ingest();
        var index = folder.resolve("index").toString();
        var backup = folder.resolve("backup");
        assertEquals(0, Cli.run("backup", backup.toString(), "--index", index).exitCode());
        var file = firstFile(backup.resolve("originals"));
        Files.writeString(file, "changed");
        var damaged = Cli.run("verify", "--index", backup.toString());
        assertEquals(1, damaged.exitCode());
        assertTrue(damaged.out().contains(file.getFileName() + ": damaged"), damaged.out());
        assertEquals(
                0, Cli.run("reindex", "--redact", "--index", backup.toString()).exitCode());
        assertFalse(Files.exists(backup.resolve("originals")));
        assertEquals(0, Cli.run("verify", "--index", index).exitCode());
    }

    private static Path firstFile(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void writesAReportToTheTargetOfALink() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("latest.json"), Path.of("report.json"));
        ingest("--report", link.toString());
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(
                samples,
                Json.read(Files.readString(folder.resolve("report.json")), Report.class)
                        .files()
                        .size());
    }

    @Test
    void writesAReportThroughAPipe() throws Exception {
        var pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        var read = java.util.concurrent.CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        ingest("--report", pipe.toString());
        assertEquals(samples, Json.read(read.get(), Report.class).files().size());
        assertFalse(Files.isRegularFile(pipe));
        assertFalse(Files.exists(folder.resolve("pipe.part")));
    }

    @Test
    void writesAReportThroughADevice() throws IOException {
        assertEquals(0, ingest("--report", "/dev/null").exitCode());
        assertFalse(Files.isRegularFile(Path.of("/dev/null")));
    }

    @Test
    void drawsNoProgressWithoutATerminal() {
        assertFalse(ingest().err().contains("\r"));
    }

    private record Report(List<Map<String, Object>> files, Map<String, Object> summary) {}

    private Cli.Result ingest(String... more) {
        var args = new java.util.ArrayList<>(List.of("ingest", letters.toString()));
        args.addAll(List.of("--index", folder.resolve("index").toString()));
        args.addAll(List.of(more));
        return Cli.run(args.toArray(String[]::new));
    }
}
