package org.precedent.document.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.precedent.document.reader.Extraction.rejection;
import static org.precedent.document.reader.Extraction.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Rejected;
import org.precedent.document.Limits;
import org.precedent.document.pdf.Pdfs;
import org.precedent.document.source.Zips;

/**
 * Malicious files: each has a defined outcome within bounded time, and the reader keeps working.
 */
@Timeout(60)
class HostileFilesTest {
    private static final String LETTER =
            "FICTIONAL SAMPLE LETTER\n\nX-ray of the wrist: Upheld\n\nNothing is broken here.\n";

    @TempDir
    private Path folder;

    @Test
    void pdfWhosePageUnpacksToGigabytes() throws IOException {
        var page = deflated(out -> repeat(out, "(letter) Tj ", 400_000_000));
        assertBounded(pdf("/Length " + page.length + "/Filter/FlateDecode", page));
        text(Pdfs.of(LETTER));
    }

    @Test
    void pdfWhosePageIsPackedTwice() throws IOException {
        var once = deflated(out -> repeat(out, "              ", 400_000_000));
        var repeated = deflated(out -> out.write(once));
        assertBounded(pdf("/Length " + repeated.length + "/Filter [/FlateDecode /FlateDecode]", repeated));
        text(Pdfs.of(LETTER));
    }

    @Test
    void pdfThatNestsWithoutEnd() {
        rejection(Reason.DAMAGED, pdfOf(List.of("<</Type/Catalog/Pages " + "[".repeat(100_000) + ">>")));
        text(Pdfs.of(LETTER));
    }

    @Test
    void pdfWhosePagesLeadInACircle() {
        var read = reason(pdfOf(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>",
                "<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>")));
        assertFalse(read == Reason.TOO_SLOW);
    }

    @Test
    void pdfWhoseFormDrawsItself() {
        var form = "/Fm0 Do ".repeat(50);
        var bytes = pdfOf(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</Fm0 5 0 R>>>>>>",
                "<</Length 8>>stream\n/Fm0 Do \nendstream",
                "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</Fm0 5 0 R>>>>/Length " + form.length()
                        + ">>stream\n" + form + "\nendstream"));
        var strict =
                new DocumentReader(DocumentOptions.DEFAULT.withLimits(Limits.DEFAULT.with(10, Duration.ofSeconds(2))));
        var read = strict.read("letter.pdf", bytes);
        assertEquals(true, read instanceof Rejected, read.toString());
    }

    @Test
    void pdfWhoseTableOfContentsPointsAtItself() {
        var text = new String(Pdfs.of(LETTER), ISO_8859_1);
        var start = text.lastIndexOf("startxref");
        var circle = text.substring(0, text.lastIndexOf(">>", start)) + "/Prev " + text.lastIndexOf("xref", start)
                + ">>\n" + text.substring(start);
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> Extraction.READER.read("letter.pdf", circle.getBytes(ISO_8859_1)));
    }

    @Test
    void pdfOfTenThousandPages() {
        var objects = new ArrayList<String>();
        objects.add("<</Type/Catalog/Pages 2 0 R>>");
        var kids = new StringBuilder();
        for (int i = 3; i < 10_003; i++) {
            kids.append(i).append(" 0 R ");
        }
        objects.add("<</Type/Pages/Kids[" + kids + "]/Count 10000>>");
        for (int i = 3; i < 10_003; i++) {
            objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>");
        }
        rejection(Reason.TOO_MANY_PAGES, pdfOf(objects));
    }

    @Test
    void pdfWhosePictureHasBillionsOfPoints() throws IOException {
        var points = deflated(out -> repeat(out, "              ", 50_000_000));
        var objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</Im0 5 0 R>>>>>>",
                "<</Length 8>>stream\n/Im0 Do \nendstream",
                "<</Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceRGB/BitsPerComponent 8"
                        + "/Filter/FlateDecode/Length " + points.length + ">>stream\n" + new String(points, ISO_8859_1)
                        + "\nendstream");
        rejection(Reason.NEEDS_OCR, pdfOf(objects));
    }

    @Test
    void pdfWhoseTableOfContentsIsWrong() {
        var text = new String(Pdfs.of(LETTER), ISO_8859_1).replaceAll("(?m)^(\\d{10}) (\\d{5}) n", "9999999999 $2 n");
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> Extraction.READER.read("letter.pdf", text.getBytes(ISO_8859_1)));
    }

    @Test
    void pageThatReachesForAFile() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the secret of this machine");
        var html = "<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><html><body><p>" + LETTER
                + "&x;</p><iframe src=\"" + secret.toUri() + "\"></iframe><object data=\"" + secret.toUri()
                + "\"></object></body></html>";
        var read = Extraction.READER.read("letter.html", html.getBytes(UTF_8));
        assertFalse(read.toString().contains("secret of this machine"), read.toString());
    }

    @Test
    void pdfOfNoise() {
        var noise = new byte[200_000];
        new java.util.Random(7).nextBytes(noise);
        System.arraycopy("%PDF-1.7\n".getBytes(UTF_8), 0, noise, 0, 9);
        System.arraycopy("\n%%EOF".getBytes(UTF_8), 0, noise, noise.length - 6, 6);
        rejection(Reason.DAMAGED, noise);
    }

    @Test
    void wordDocumentThatReachesForAFile() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "the secret of this machine");
        var xml = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<w:document xmlns:w=\"w\"><w:p><w:t>" + LETTER + "&x;</w:t></w:p></w:document>";
        var read = Extraction.READER.read("letter.docx", Zips.docxOf(xml));
        assertFalse(read.toString().contains("secret of this machine"), read.toString());
    }

    @Test
    void wordDocumentThatLaughsABillionTimes() {
        var entities = new StringBuilder("<!ENTITY a0 \"lol lol lol lol\">");
        for (int i = 1; i < 12; i++) {
            entities.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        }
        var xml = "<?xml version=\"1.0\"?><!DOCTYPE d [" + entities
                + "]><w:document xmlns:w=\"w\"><w:p><w:t>&a11;</w:t></w:p>" + "</w:document>";
        assertEquals(true, Extraction.READER.read("letter.docx", Zips.docxOf(xml)) instanceof Rejected);
    }

    @Test
    void wordDocumentThatUnpacksToMuch() {
        var strict = new DocumentReader(DocumentOptions.DEFAULT.withLimits(
                new Limits(1 << 20, 10, Duration.ofSeconds(10), Limits.ArchiveLimits.DEFAULT)));
        rejection(strict, Reason.TOO_LARGE, Zips.docx("<w:p><w:r><w:t>" + "a".repeat(2 << 20) + "</w:t></w:r></w:p>"));
    }

    @Test
    void pageThatNestsWithoutEnd() {
        var html = "<html><body>" + "<div>".repeat(200_000) + LETTER + "</body></html>";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Extraction.READER.read("a.html", html.getBytes(UTF_8)));
        var rows = "<html><body>" + "<table><tr><td>".repeat(20_000) + LETTER + "</body></html>";
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Extraction.READER.read("a.html", rows.getBytes(UTF_8)));
    }

    @Test
    void textOfOneHugeLine() {
        var strict = new DocumentReader(DocumentOptions.DEFAULT);
        rejection(strict, Reason.TOO_LARGE, "letter ".repeat(5_000_000).getBytes(UTF_8));
    }

    @Test
    void noiseIsNoText() {
        var noise = new byte[100_000];
        new java.util.Random(11).nextBytes(noise);
        rejection(Reason.NOT_A_DOCUMENT, noise);
        rejection(Reason.NOT_A_DOCUMENT, new byte[100_000]);
    }

    /**
     * Fails unless some limit is hit; which one is hit first depends on the machine.
     */
    private static void assertBounded(byte[] bytes) {
        try (var strict = new DocumentReader(
                DocumentOptions.DEFAULT.withLimits(Limits.DEFAULT.with(10, Duration.ofSeconds(2))))) {
            var read = strict.read("letter.pdf", bytes);
            var bounds = List.of(Reason.TOO_SLOW, Reason.TOO_MUCH_MEMORY, Reason.NEEDS_OCR);
            assertTrue(read instanceof Rejected no && bounds.contains(no.reason()), read.toString());
        }
    }

    private static Reason reason(byte[] bytes) {
        return switch (Extraction.READER.read("letter.pdf", bytes)) {
            case Rejected rejected -> rejected.reason();
            case Extracted.Text text ->
                throw new AssertionError(
                        "expected a rejection, got " + text.text().length());
        };
    }

    private static byte[] pdf(String streamEntries, byte[] page) {
        return pdfOf(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
                "<<" + streamEntries + ">>stream\n" + new String(page, ISO_8859_1) + "\nendstream"));
    }

    /**
     * A PDF with these objects, numbered from 1, and its cross-reference table.
     */
    private static byte[] pdfOf(List<String> objects) {
        var out = new StringBuilder("%PDF-1.4\n");
        var offsets = new ArrayList<Integer>();
        for (var object : objects) {
            offsets.add(out.length());
            out.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = out.length();
        out.append("xref\n0 ").append(offsets.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> out.append("%010d 00000 n \n".formatted(offset)));
        out.append("trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(offsets.size() + 1, table));
        return out.toString().getBytes(ISO_8859_1);
    }

    private interface Writing {
        void write(DeflaterOutputStream out) throws IOException;
    }

    private static byte[] deflated(Writing content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            content.write(out);
        }
        return bytes.toByteArray();
    }

    private static void repeat(DeflaterOutputStream out, String words, int bytes) throws IOException {
        var block = words.repeat(4096).getBytes(UTF_8);
        for (int written = 0; written < bytes; written += block.length) {
            out.write(block);
        }
    }
}
