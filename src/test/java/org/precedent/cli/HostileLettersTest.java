package org.precedent.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.document.pdf.Pdfs;
import org.precedent.document.source.Zips;
import org.precedent.json.Json;

/**
 * The real program, with a small heap, ingests a folder of malicious files among valid letters: each malicious file is either ingested
 * or rejected with a reason, the valid letters are kept, and the index stays intact.
 */
class HostileLettersTest {
    private static final String LETTER = """
            FICTIONAL SAMPLE LETTER

            X-ray of the left wrist: Upheld

            Decision rationale: Nothing is broken here, and the request is not medically necessary.
            """;

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = Integer.getInteger("rounds", 4);

    @TempDir
    private Path folder;

    @Test
    void aFolderOfHostileFilesHarmsNothing() throws IOException {
        var fixture = new MaintenanceFixture(folder).withLetters(3);
        var rejected = writeHostileFiles(fixture.letters());
        var report = folder.resolve("report.json");
        try (var process = RealProcess.start(
                folder,
                "ingest",
                fixture.letters().toString(),
                "--report",
                report.toString(),
                "--index",
                fixture.index().toString())) {
            assertEquals(Main.FAILED, process.exitCode(), process::said);
            assertFalse(process.said().contains("\tat "), process::said);
            assertFalse(process.said().contains("bug in Precedent"), process::said);
        }
        assertEquals(rejected, reasons(report));
        assertTrue(fixture.firstSeen()
                .keySet()
                .containsAll(Set.of(
                        MaintenanceFixture.id(0), MaintenanceFixture.id(1), MaintenanceFixture.id(2), "controls")));
        fixture.assertSound("after hostile files");
        assertEquals(List.of(), strays());
    }

    /**
     * Containers of every file type with a few bytes changed, duplicated, or removed; {@code -Dseed=N} repeats a run, {@code -Drounds=N}
     * sets its length.
     */
    @Test
    void aFolderOfDamagedContainersHarmsNothing() throws IOException {
        var fixture = new MaintenanceFixture(folder).withLetters(3);
        var random = new Random(SEED);
        var kinds = containers();
        for (int i = 0; i < ROUNDS; i++) {
            for (var kind : kinds.entrySet()) {
                var name = kind.getKey().replace(".", "-" + i + ".");
                Files.write(fixture.letters().resolve(name), damaged(kind.getValue(), random));
            }
        }
        try (var process = RealProcess.start(
                folder,
                "ingest",
                fixture.letters().toString(),
                "--index",
                fixture.index().toString())) {
            process.exitCode();
            assertFalse(process.said().contains("\tat "), () -> "seed " + SEED + ": " + process.said());
            assertFalse(process.said().contains("bug in Precedent"), () -> "seed " + SEED + ": " + process.said());
        }
        System.out.println("damaged containers: " + ROUNDS * kinds.size());
        assertTrue(fixture.firstSeen()
                .keySet()
                .containsAll(Set.of(MaintenanceFixture.id(0), MaintenanceFixture.id(1), MaintenanceFixture.id(2))));
        fixture.assertSound("after damaged containers, seed " + SEED);
        assertEquals(List.of(), strays());
    }

    private static Map<String, byte[]> containers() throws IOException {
        var letter = LETTER.getBytes(UTF_8);
        var docx = Zips.docxOf("<w:document xmlns:w=\"w\"><w:p><w:t>" + LETTER + "</w:t></w:p></w:document>");
        var inner = Zips.of("../stray.txt", letter);
        var containers = new LinkedHashMap<String, byte[]>();
        containers.put("one.zip", Zips.of("letter.txt", letter));
        containers.put("nested.zip", Zips.of("inner.zip", inner));
        containers.put("mixed.zip", Zips.of(new LinkedHashMap<>(Map.of("a.pdf", Pdfs.of(LETTER), "b.docx", docx))));
        containers.put("word.docx", docx);
        containers.put("page.pdf", Pdfs.of(LETTER));
        containers.put("page.html", ("<html><body><pre>" + LETTER + "</pre></body></html>").getBytes(UTF_8));
        containers.put("mail.eml", """
                From: a@example.org
                Subject: letter
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain; name="letter.txt"
                Content-Disposition: attachment; filename="../../stray.txt"
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(Base64.getMimeEncoder().encodeToString(letter))
                .getBytes(UTF_8));
        return containers;
    }

    private static byte[] damaged(byte[] whole, Random random) {
        var out = new ByteArrayOutputStream();
        int at = 0;
        for (int changes = 1 + random.nextInt(4); changes > 0 && at < whole.length; changes--) {
            int next = at + random.nextInt(whole.length - at);
            out.write(whole, at, next - at);
            int length = Math.min(whole.length - next, 1 + random.nextInt(16));
            switch (random.nextInt(4)) {
                case 0 -> out.write(whole[next] ^ 1 << random.nextInt(8));
                case 1 -> out.write(whole, next, length);
                case 2 -> out.write(random.nextInt(256));
                default -> next += length - 1;
            }
            at = Math.min(whole.length, next + random.nextInt(2));
        }
        if (random.nextInt(4) > 0) {
            out.write(whole, at, whole.length - at);
        }
        return out.toByteArray();
    }

    /** Writes the malicious files. Returns the names of those that must be rejected, with the expected reasons. */
    private static Map<String, String> writeHostileFiles(Path to) throws IOException {
        var rejected = new TreeMap<String, String>();
        var pdf = Pdfs.of(LETTER);
        put(to, "cut.pdf", Arrays.copyOf(pdf, pdf.length / 2), rejected, "damaged");
        put(to, "locked.pdf", Pdfs.withPassword(LETTER), rejected, "password");
        put(to, "noise.pdf", noise(), rejected, "damaged");
        put(to, "noise.txt", Arrays.copyOfRange(noise(), 9, 50_000), rejected, "not-a-document");
        put(to, "nothing.txt", new byte[0], rejected, "empty");
        put(to, "zeros.txt", new byte[10_000], rejected, "not-a-document");
        put(to, "line.txt", "letter ".repeat(3_000_000).getBytes(UTF_8), rejected, "too-large");
        put(to, "laughs.docx", Zips.docxOf(laughs()), rejected, "damaged");
        var bomb = new LinkedHashMap<String, byte[]>();
        bomb.put("bomb.txt", new byte[32 << 20]);
        put(to, "bomb.zip", Zips.of(bomb), rejected, "archive-limit");
        Files.write(to.resolve("slip.zip"), Zips.of("../../../stray.txt", LETTER.getBytes(UTF_8)));
        Files.writeString(to.resolve("deep.html"), "<html><body>" + "<div>".repeat(50_000) + LETTER + "</body></html>");
        Files.writeString(
                to.resolve("controls.txt"),
                LETTER.replace("Nothing", "\u202eNothing\u202c\u0000\u0007\u001b[31m")
                        .replace("broken", "bro\u200bken"));
        return rejected;
    }

    private static void put(Path to, String name, byte[] bytes, Map<String, String> rejected, String reason)
            throws IOException {
        Files.write(to.resolve(name), bytes);
        rejected.put(name, reason);
    }

    private static byte[] noise() {
        var noise = new byte[100_000];
        new Random(3).nextBytes(noise);
        System.arraycopy("%PDF-1.7\n".getBytes(UTF_8), 0, noise, 0, 9);
        return noise;
    }

    private static String laughs() {
        var entities = new StringBuilder("<!ENTITY a0 \"lol lol lol\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        return "<?xml version=\"1.0\"?><!DOCTYPE d [" + entities
                + "]><w:document xmlns:w=\"w\"><w:p><w:t>&a11;</w:t></w:p></w:document>";
    }

    private static Map<String, String> reasons(Path report) throws IOException {
        var files = Json.read(Files.readString(report), Map.class).get("files");
        return ((List<?>) Objects.requireNonNull(files))
                .stream()
                        .map(file -> (Map<?, ?>) file)
                        .filter(file -> "rejected".equals(file.get("status")))
                        .collect(Collectors.toMap(
                                file -> stem(String.valueOf(file.get("path"))),
                                file -> String.valueOf(file.get("reason")),
                                (one, other) -> one,
                                TreeMap::new));
    }

    private static String stem(String path) {
        var file = path.contains("!/") ? path.substring(0, path.indexOf("!/")) : path;
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private List<Path> strays() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(f -> f.endsWith("stray.txt")).toList();
        }
    }
}
