package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.cli.Cli;
import org.precedent.document.pdf.Pdfs;
import org.precedent.json.Json;
import org.precedent.lucene.LuceneEngine;
import org.precedent.vocabulary.Vocabularies;

/**
 * A scanned letter, read by a real {@code tesseract}: indexed and shown as recognized from images, and rejected if the operator has not
 * turned OCR on.
 */
class ScannedLettersTest {
    private static final Path SAMPLE = Path.of("src/main/resources/samples/CM18-9900004.txt");
    private static final String ID = "CM18-9900004";
    private static final int WIDTH = 1700;
    private static final int HEIGHT = 2200;
    private static final int LINES = 56;
    private static final int LINE = 34;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> aScannedLetter() {
        return SystemTool.find("tesseract").stream()
                .flatMap(program -> Stream.of(
                        DynamicTest.dynamicTest("is kept and shown as recognised", this::isRecognized),
                        DynamicTest.dynamicTest("is refused where nobody asks for it", this::isRefused)));
    }

    private void isRecognized() throws IOException, FontFormatException {
        var result = Cli.run("ingest", scan().toString(), "--ocr", "--index", folder.toString());
        assertTrue(result.exitCode() == 0 && result.err().startsWith("1 indexed"), result.err());
        assertTrue(result.err().contains("scanned 1"), result.err());
        try (var engine = LuceneEngine.open(folder.resolve("lucene"), Vocabularies.bundled());
                var server = RunningServer.over(engine)) {
            var client = new TestClient(server.port());
            var page = client.get("/determinations/" + ID).body();
            assertTrue(
                    page.contains("This determination was read from scanned images, so some characters may be wrong."),
                    page);
            check(Json.read(client.get("/determinations/" + ID + ".json").body(), Map.class));
        }
    }

    private static void check(Map<?, ?> letter) throws IOException {
        assertEquals(true, letter.get("scanned"));
        assertEquals(ID, letter.get("case"));
        var printed = Files.readString(SAMPLE)
                .lines()
                .filter(l -> l.matches(".*: (?:Upheld|Overturned)"))
                .toList();
        var read = ((List<?>) Objects.requireNonNull(letter.get("issues")))
                .stream()
                        .map(i -> (Map<?, ?>) i)
                        .map(i -> i.get("request") + ": " + i.get("decision"))
                        .toList();
        assertEquals(printed, read);
    }

    private void isRefused() throws IOException, FontFormatException {
        var result = Cli.run("ingest", scan().toString(), "--index", folder.toString());
        assertEquals(1, result.exitCode());
        assertTrue(result.err().contains("PDF has no text, needs OCR"), result.err());
    }

    private Path scan() throws IOException, FontFormatException {
        var lines = Files.readAllLines(SAMPLE);
        var pages = new ArrayList<BufferedImage>();
        for (int i = 0; i < lines.size(); i += LINES) {
            pages.add(page(lines.subList(i, Math.min(lines.size(), i + LINES))));
        }
        return Files.write(folder.resolve("scan.pdf"), Pdfs.scanned(pages.toArray(BufferedImage[]::new)));
    }

    /** Renders gray paper with specks, slightly rotated. The font comes with the PDF library, so that it exists on every machine. */
    private static BufferedImage page(List<String> lines) throws IOException, FontFormatException {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var pen = picture.createGraphics();
        pen.setColor(new Color(235, 235, 235));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.GRAY);
        var random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            pen.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 1, 1);
        }
        pen.rotate(Math.toRadians(0.3));
        pen.setColor(new Color(40, 40, 40));
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(font());
        for (int i = 0; i < lines.size(); i++) {
            pen.drawString(lines.get(i), 150, 150 + i * LINE);
        }
        pen.dispose();
        return picture;
    }

    private static Font font() throws IOException, FontFormatException {
        try (var file = Objects.requireNonNull(
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"))) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(28f);
        }
    }
}
