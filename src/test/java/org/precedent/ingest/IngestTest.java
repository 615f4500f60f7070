package org.precedent.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Determination;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Limits;
import org.precedent.document.pdf.Pdfs;
import org.precedent.document.reader.DocumentReader;
import org.precedent.document.source.Zips;
import org.precedent.ingest.FileResult.Status;
import org.precedent.ingest.IngestListener.Progress;
import org.precedent.ingest.IngestOptions.Takedown;
import org.precedent.json.Json;
import org.precedent.parse.LetterParser;
import org.precedent.search.LetterWriter;
import org.precedent.vocabulary.Vocabularies;

class IngestTest {
    private static final IngestOptions OPTIONS =
            new IngestOptions(3, 2000, Duration.ofMinutes(1), 1 << 20, Limits.DEFAULT);

    private final MemoryLetters letters = new MemoryLetters();
    private final List<FileResult> settled = new ArrayList<>();
    private final List<Progress> progress = new ArrayList<>();

    @TempDir
    private Path folder;

    @TempDir
    private Path state;

    @Test
    void keepsEveryLetterAndReportsIt() throws IOException {
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "X-ray"));
        write("b.pdf", Pdfs.of(FictionalLetters.of("CM16-0000002", "MRI")));
        write("c.zip", Zips.of("inner.txt", FictionalLetters.bytes("CM16-0000003", "CT")));
        write("d.jsonl", record(FictionalLetters.of("CM16-0000004", "PET")));
        var report = ingest();
        assertEquals(4, report.count(Status.INDEXED));
        assertEquals(4, report.total());
        assertEquals(
                Set.of("CM16-0000001", "CM16-0000002", "CM16-0000003", "CM16-0000004"),
                letters.kept().keySet());
        assertEquals(
                List.of("a.txt", "b.pdf", "c.zip!/inner.txt", "d.jsonl!/line 1"),
                letters.kept().values().stream().map(d -> d.origin().source()).toList());
    }

    @Test
    void writesNothingTheSecondTime() throws IOException {
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "X-ray"));
        write("b.jsonl", record(FictionalLetters.of("CM16-0000002", "MRI")));
        ingest();
        int commits = letters.commits();
        var report = ingest();
        assertEquals(2, report.count(Status.UNCHANGED));
        assertEquals(2, report.total());
        assertEquals(commits, letters.commits());
    }

    @Test
    void replacesALetterThatChanged() throws IOException {
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "X-ray"));
        ingest();
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "MRI"));
        assertEquals(1, ingest().count(Status.REPLACED));
        assertEquals("MRI", request("CM16-0000001"));
    }

    @Test
    void takesTheSameLetterOnce() throws IOException {
        write("a.txt", FictionalLetters.withoutCase("X-ray").getBytes(UTF_8));
        write("b.txt", FictionalLetters.withoutCase("X-ray").getBytes(UTF_8));
        assertEquals(List.of(Status.INDEXED, Status.UNCHANGED), statuses(ingest()));
        assertEquals(Set.of("a"), letters.kept().keySet());
        assertEquals(List.of(Status.UNCHANGED, Status.UNCHANGED), statuses(ingest()));
    }

    @Test
    void firstOfTwoLettersWithOneCaseNumberWins() throws IOException {
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "X-ray"));
        write("b.txt", FictionalLetters.bytes("CM16-0000001", "MRI"));
        var report = ingest();
        assertEquals(List.of(Status.INDEXED, Status.REJECTED), statuses(report));
        var refusal = settled.getLast().refusal().orElseThrow();
        assertEquals("duplicate", refusal.reason());
        assertTrue(refusal.message().contains("CM16-0000001"), refusal.message());
        assertTrue(refusal.message().contains(folder.resolve("a.txt").toString()), refusal.message());
        assertEquals("X-ray", request("CM16-0000001"));
    }

    @Test
    void secondRunOverTwoLettersWithOneCaseNumberWritesNothing() throws IOException {
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "X-ray"));
        write("b.txt", FictionalLetters.bytes("CM16-0000001", "MRI"));
        ingest();
        int commits = letters.commits();
        assertEquals(List.of(Status.UNCHANGED, Status.REJECTED), statuses(ingest()));
        assertTrue(settled.getLast().refusal().orElseThrow().message().contains("a.txt"));
        assertEquals(commits, letters.commits());
    }

    @Test
    void callsALetterWithoutCaseNumberByItsFile() throws IOException {
        write("seed_1.txt", FictionalLetters.withoutCase("X-ray").getBytes(UTF_8));
        write(
                "z.zip",
                Zips.of("folder/seed_2.txt", FictionalLetters.withoutCase("MRI").getBytes(UTF_8)));
        write("z.jsonl", Json.writeBytes(java.util.Map.of("id", "seed.3", "text", FictionalLetters.withoutCase("CT"))));
        ingest();
        assertEquals(Set.of("seed_1", "seed_2", "seed.3"), letters.kept().keySet());
    }

    @Test
    void keepsDifferentLettersOfOneFileNameInDifferentFolders() throws IOException {
        write("2016/letter.txt", FictionalLetters.withoutCase("X-ray").getBytes(UTF_8));
        ingest();
        write("2017/letter.txt", FictionalLetters.withoutCase("MRI").getBytes(UTF_8));
        write("other/2017/letter.txt", FictionalLetters.withoutCase("CT").getBytes(UTF_8));
        assertEquals(List.of(Status.UNCHANGED, Status.INDEXED, Status.INDEXED), statuses(ingest()));
        assertEquals("X-ray", request("letter"));
        assertEquals("MRI", request("letter (2017)"));
        assertEquals(3, letters.kept().size());
        assertEquals(List.of(Status.UNCHANGED, Status.UNCHANGED, Status.UNCHANGED), statuses(ingest()));
    }

    @Test
    void replacesAFileWithoutCaseNumberWhereverItsNameIsFoundToo() throws IOException {
        write("2016/letter.txt", FictionalLetters.withoutCase("X-ray").getBytes(UTF_8));
        write("2017/letter.txt", FictionalLetters.withoutCase("MRI").getBytes(UTF_8));
        ingest();
        write("2017/letter.txt", FictionalLetters.withoutCase("CT").getBytes(UTF_8));
        assertEquals(List.of(Status.UNCHANGED, Status.REPLACED), statuses(ingest()));
        write("2016/letter.txt", FictionalLetters.withoutCase("PET").getBytes(UTF_8));
        assertEquals(List.of(Status.REPLACED, Status.UNCHANGED), statuses(ingest()));
        assertEquals("PET", request("letter"));
        assertEquals("CT", request("letter (2017)"));
        assertEquals(2, letters.kept().size());
    }

    @Test
    void distinguishesEntriesAndLinesOfTheSameName() throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("a/1.txt", FictionalLetters.withoutCase("X-ray").getBytes(UTF_8));
        entries.put("b/1.txt", FictionalLetters.withoutCase("MRI").getBytes(UTF_8));
        write("z.zip", Zips.of(entries));
        write("z1.jsonl", record(FictionalLetters.withoutCase("CT")));
        write("z2.jsonl", record(FictionalLetters.withoutCase("PET")));
        ingest();
        assertEquals(
                Set.of("1", "1 (b)", "line 1", "line 1 (z2.jsonl)"),
                letters.kept().keySet());
    }

    @Test
    void keepsTheFileOfEachLetterAndNoOther() throws IOException {
        var first = FictionalLetters.bytes("CM16-0000001", "X-ray");
        write("a.txt", first);
        write("b.txt", "nothing that decides anything at all, for no letter stands here".getBytes(UTF_8));
        write("c.jsonl", record(FictionalLetters.of("CM16-0000002", "CT")));
        ingest();
        assertArrayEquals(first, Files.readAllBytes(original("CM16-0000001").orElseThrow()));
        assertTrue(original("CM16-0000002").isEmpty());
        assertEquals(1, originalFiles());
    }

    @Test
    void keepsTheFileOfTheLatestContentOnly() throws IOException {
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "X-ray"));
        ingest();
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "MRI"));
        ingest();
        assertTrue(Files.readString(original("CM16-0000001").orElseThrow()).contains("MRI"));
        assertEquals(1, originalFiles());
    }

    @Test
    void removesTheFileOfALetterThatIsTakenDown() throws IOException {
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "X-ray"));
        ingest();
        assertEquals(1, originalFiles());
        run(letters, OPTIONS.withTakedown(new Takedown(Set.of("CM16-0000001"))), folder);
        assertEquals(0, originalFiles());
    }

    private Optional<Path> original(String id) {
        return originals()
                .find(Objects.requireNonNull(letters.kept().get(id)).origin().sha256());
    }

    private OriginalStore originals() {
        return new OriginalStore(state.resolve("originals"));
    }

    private long originalFiles() throws IOException {
        try (var files = Files.walk(state.resolve("originals"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void keepsTheIdThatARecordGives() throws IOException {
        var record = new LinkedHashMap<String, Object>();
        record.put("id", "letter (2017)");
        record.put("source", "letter.txt");
        record.put("sha256", "0".repeat(64));
        record.put("text", FictionalLetters.withoutCase("X-ray"));
        write("export.jsonl", Json.writeBytes(record));
        ingest();
        assertEquals(Set.of("letter (2017)"), letters.kept().keySet());
        assertEquals(
                "letter.txt",
                Objects.requireNonNull(letters.kept().get("letter (2017)"))
                        .origin()
                        .source());
    }

    @Test
    void takesANumberForAnIdAndABlankOneForNone() throws IOException {
        write("a.jsonl", Json.writeBytes(java.util.Map.of("id", 7, "text", FictionalLetters.withoutCase("X-ray"))));
        write("b.jsonl", Json.writeBytes(java.util.Map.of("id", " ", "text", FictionalLetters.withoutCase("CT"))));
        ingest();
        assertEquals(Set.of("7", "line 1"), letters.kept().keySet());
    }

    @Test
    void rejectsBadFilesByNameAndDoesTheRest() throws IOException {
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "X-ray"));
        write("b-empty.txt", new byte[0]);
        write("c-cut.pdf", java.util.Arrays.copyOf(Pdfs.of(FictionalLetters.of("CM16-0000002", "MRI")), 700));
        write("d-image.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0});
        write(
                "e-error.html",
                "<html><body>404: the page you asked for was not found on this server</body></html>".getBytes(UTF_8));
        write("f-restricted.pdf", Pdfs.copyRestricted(FictionalLetters.of("CM16-0000003", "CT")));
        write("g-broken.jsonl", "{\"text\":\nnull\n{\"id\":[7],\"text\":\"a\"}\n".getBytes(UTF_8));
        write("z.txt", FictionalLetters.bytes("CM16-0000004", "PET"));
        var report = ingest();
        assertEquals(2, report.count(Status.INDEXED));
        assertEquals(
                List.of(
                        "empty",
                        "damaged",
                        "not-a-document",
                        "no-issue",
                        "copy-restricted",
                        "damaged",
                        "damaged",
                        "damaged"),
                report.rejected().stream()
                        .map(r -> r.refusal().orElseThrow().reason())
                        .toList());
        assertEquals(4L, report.reasons().get("damaged"));
        assertEquals(
                "no issue found",
                report.rejected().get(3).refusal().orElseThrow().message());
    }

    @Test
    void namesAPathThatIsNotThere() {
        var report = run(letters, OPTIONS, folder.resolve("missing"));
        assertEquals(
                "unreadable",
                report.rejected().getFirst().refusal().orElseThrow().reason());
    }

    @Test
    void reportsFilesInOrderWhateverTheirSize() throws IOException {
        for (int i = 0; i < 300; i++) {
            var padding = "x".repeat(i % 7 == 0 ? 200_000 : 10);
            write(
                    "%03d.txt".formatted(i),
                    (FictionalLetters.of("CM16-%07d".formatted(i), "X-ray") + padding).getBytes(UTF_8));
        }
        var small = new IngestOptions(4, 50, Duration.ofMinutes(1), 1 << 18, Limits.DEFAULT);
        var report = run(letters, small, folder);
        assertEquals(300, report.count(Status.INDEXED));
        assertEquals(6, letters.commits());
        var expected = IntStream.range(0, 300).mapToObj("%03d.txt"::formatted).toList();
        assertEquals(
                expected,
                settled.stream()
                        .map(r -> r.path().substring(r.path().length() - 7))
                        .toList());
        assertEquals(300, progress.getLast().done());
        assertEquals(1.0, progress.getLast().fraction());
    }

    @Test
    void reportsNothingBeforeItIsCommitted() throws IOException {
        for (int i = 0; i < 5; i++) {
            write(i + ".txt", FictionalLetters.bytes("CM16-000000" + i, "X-ray"));
        }
        var failing = new FailingAtCommit(letters, 2);
        var options = new IngestOptions(2, 2, Duration.ofMinutes(1), 1 << 20, Limits.DEFAULT);
        assertThrows(IllegalStateException.class, () -> run(failing, options, folder));
        assertEquals(letters.kept().size(), settled.size());
        assertEquals(2, settled.size());
        assertEquals(3, ingest().count(Status.INDEXED));
    }

    @Test
    void countsFindingsOfWhatItWrote() throws IOException {
        write("a.txt", FictionalLetters.withoutCase("X-ray").getBytes(UTF_8));
        write("b.txt", FictionalLetters.withoutCase("MRI").getBytes(UTF_8));
        assertEquals(2L, ingest().findings().get("missing-header"));
        assertTrue(ingest().findings().isEmpty());
    }

    @Test
    void reportsAsJson() throws IOException {
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "X-ray"));
        write("b.txt", new byte[0]);
        var json = Json.write(ingest().json());
        assertTrue(json.startsWith("{\"indexed\":1,\"replaced\":0,\"unchanged\":0,\"rejected\":1,"), json);
        assertTrue(json.contains("\"reasons\":{\"empty\":1}"), json);
        assertTrue(Json.write(settled.getFirst().json()).contains("\"id\":\"CM16-0000001\""));
    }

    @Test
    void aLetterThatTakesTooLongToReadIsRejectedAndTheOthersAreKept() throws IOException {
        write("a.txt", FictionalLetters.bytes("CM16-0000001", "X-ray"));
        write("b.txt", FictionalLetters.bytes("CM16-0000002", "1% a ".repeat(100_000)));
        write("c.txt", FictionalLetters.bytes("CM16-0000003", "MRI"));
        var parser = new LetterParser(Vocabularies.bundled(), Duration.ZERO);
        var reader = new LetterReader(new DocumentReader(DocumentOptions.DEFAULT), parser::parse);
        Ingest.run(List.of(folder), reader, letters, letters::origin, OPTIONS, new Listener());
        assertEquals(
                List.of(Status.INDEXED, Status.REJECTED, Status.INDEXED),
                settled.stream().map(FileResult::status).toList());
        assertTrue(settled.get(1).toString().contains("too-slow"), settled.toString());
        assertEquals(Set.of("CM16-0000001", "CM16-0000003"), letters.kept().keySet());
    }

    private IngestReport ingest() {
        return run(letters, OPTIONS, folder);
    }

    private IngestReport run(LetterWriter writer, IngestOptions options, Path path) {
        settled.clear();
        var reader = new LetterReader(new DocumentReader(DocumentOptions.DEFAULT), FictionalLetters::parse);
        return Ingest.run(
                List.of(path),
                reader,
                writer,
                letters::origin,
                options.with(
                        new IngestOptions.Keeping(Optional.of(state.resolve("paths.jsonl")), Optional.of(originals()))),
                new Listener());
    }

    private List<Status> statuses(IngestReport report) {
        assertEquals(settled.size(), report.total());
        return settled.stream().map(FileResult::status).toList();
    }

    private String request(String id) {
        return letters.kept().entrySet().stream()
                .filter(e -> e.getKey().equals(id))
                .findFirst()
                .orElseThrow()
                .getValue()
                .issues()
                .getFirst()
                .request()
                .value();
    }

    private static byte[] record(String text) {
        var record = new LinkedHashMap<String, Object>();
        record.put("text", text);
        return Json.writeBytes(record);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.write(folder.resolve(name), bytes);
    }

    private final class Listener implements IngestListener {
        @Override
        public void progress(Progress now) {
            progress.add(now);
        }

        @Override
        public void fileCompleted(FileResult result) {
            settled.add(result);
        }
    }

    /**
     * A writer whose commits fail from a certain one on, as on a full disk.
     */
    private record FailingAtCommit(MemoryLetters letters, int failing) implements LetterWriter {
        @Override
        public boolean contains(String sha256) {
            return letters.contains(sha256);
        }

        @Override
        public Put put(Determination determination) {
            return letters.put(determination);
        }

        @Override
        public boolean remove(String id) {
            return letters.remove(id);
        }

        @Override
        public void commit() {
            if (letters.commits() + 1 == failing) {
                letters.close();
                throw new IllegalStateException("disk full");
            }
            letters.commit();
        }

        @Override
        public void close() {
            letters.close();
        }
    }
}
