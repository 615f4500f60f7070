package org.precedent.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.document.Deadline;

/**
 * Characters have the texts and positions that PDFBox gives them, to the last bit, whether they are placed by {@link TextRun} or, on pages
 * and in fonts that it cannot handle, by PDFBox.
 */
class PageLinesTest {
    private static final String PLAIN = "BT /Times 11.04 Tf 1 0 0 1 72.024 688.66 Tm (FICTIONAL SAMPLE LETTER) Tj ET ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // kerned, and spaced by characters and words
                "BT /Times 11.04 Tf 1 0 0 1 72.024 650 Tm -0.0182 Tc 0.31 Tw [(C)5(as)-3.3(e Nu)4(mber: x)] TJ T* ET ",
                // narrower, raised, and moved by lines
                "BT 12 TL /Times 11.04 Tf 1 0 0 1 72.024 650 Tm 83 Tz (narrow) Tj 4 Ts (up) Tj 0 Ts (a) ' 1 0.5 (b c) \" ET ",
                // scaled by the text matrix and the transformation matrix
                "q 0.24 0 0 0.24 5 7.5 cm BT /Times 1 Tf 41.7 0 0 43.1 300 2500 Tm (scaled twice) Tj ET Q ",
                // slightly skewed, as a scan is
                "BT /Times 11 Tf 0.9998 0.0174 -0.0174 0.9998 72 600 Tm (a skewed line of words) Tj ET ",
                // rotated by 180 degrees with a negative size
                "BT /Times -11 Tf -1 0 0 -1 72 600 Tm (rotated) Tj ET ",
                // accents that are shown apart from their letters, ligatures, and characters beyond ASCII
                "BT /Times 11 Tf 72 600 Td [(Pen) 300 (\\302) -100 (a \\256 \\244 \\344 \\000)] TJ ET ",
                // replaced by an alternative text
                "/Span <</ActualText (whole)>> BDC BT /Times 11 Tf 72 600 Td (wh) Tj (ole) Tj ET EMC ",
                // characters of no known name
                "BT /Unnamed 11 Tf 72 600 Td (abc d) Tj ET ",
                // two bytes per character
                "BT /Wide 11 Tf 72 600 Td <0024002500260003> Tj ET ",
                // drawn by procedures
                "BT /Drawn 11 Tf 72 600 Td (aa a) Tj ET ",
                // a font that is missing, and none at all
                "BT /Missing 11 Tf 72 600 Td (missing) Tj ET ",
                // within a form
                "q 1 0 0 1 10 20 cm /Form Do Q ",
                // cut off and malformed
                "BT /Times 11 Tf 72 600 Td (in good order) Tj (never closed",
                "BT /Times 11 Tf 72 600 Td [(in order) x (out) ] TJ 1 2 3 (again) Tj ET Q Q Q ",
            })
    void placesCharactersAsPdfBoxDoes(String content) throws IOException {
        assertSameLines(saved(document(PLAIN + content)));
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void placesCharactersOnRotatedPages(int rotation) throws IOException {
        var document = document(PLAIN);
        document.getPage(0).setRotation(rotation);
        assertSameLines(saved(document));
    }

    @Test
    void placesCharactersOnPagesThatDoNotBeginAtTheOrigin() throws IOException {
        var document = document(PLAIN);
        document.getPage(0).setCropBox(new PDRectangle(30, 40, 500, 700));
        assertSameLines(saved(document));
    }

    @Test
    void readsContentInSeveralStreams() throws IOException {
        var document = document(PLAIN);
        var page = document.getPage(0);
        page.setContents(
                List.of(stream(document, "BT /Times 11 Tf 72 600 Td (one) Tj"), stream(document, "(two) Tj ET")));
        assertSameLines(saved(document));
    }

    @Test
    void readsEncryptedAndRepairedFiles() throws IOException {
        assertSameLines(Pdfs.copyRestricted("FICTIONAL SAMPLE LETTER | right\n\nof several lines"));
        var misplaced = new String(saved(document(PLAIN)), ISO_8859_1).replaceAll("startxref\\s+\\d+", "startxref 7");
        assertSameLines(misplaced.getBytes(ISO_8859_1));
    }

    private static void assertSameLines(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf);
                var again = Loader.loadPDF(pdf)) {
            var lines = PageLines.extract(document, Deadline.after(Duration.ofSeconds(30))).stream()
                    .flatMap(page -> page.lines().stream())
                    .toList();
            assertTrue(lines.stream().anyMatch(line -> line.text().length() > 2), lines.toString());
            assertEquals(PdfBoxLines.of(again), lines);
        }
    }

    private static PDDocument document(String content) throws IOException {
        FallbackFontMapper.install();
        var document = new PDDocument();
        var page = new PDPage(PDRectangle.LETTER);
        var resources = new PDResources();
        var times = new PDType1Font(FontName.TIMES_ROMAN);
        resources.put(COSName.getPDFName("Times"), times);
        resources.getCOSObject().getCOSDictionary(COSName.FONT).setItem("Unnamed", unnamed());
        try (var liberation =
                PDType0Font.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            resources.put(COSName.getPDFName("Wide"), PDType0Font.load(document, liberation, false));
        }
        resources.put(COSName.getPDFName("Drawn"), drawn(document));
        var form = new PDFormXObject(stream(document, "BT /Times 11.04 Tf 72 600 Td (in a form) Tj ET"));
        form.setBBox(new PDRectangle(0, 0, 600, 700));
        form.setMatrix(java.awt.geom.AffineTransform.getScaleInstance(0.9, 0.9));
        form.setResources(resources);
        resources.put(COSName.getPDFName("Form"), form);
        page.setResources(resources);
        page.setContents(stream(document, content));
        document.addPage(page);
        return document;
    }

    /** A font that is not embedded and whose characters have names that stand for no text. */
    private static COSDictionary unnamed() {
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TRUE_TYPE);
        font.setName(COSName.BASE_FONT, "Fictional");
        font.setInt(COSName.FIRST_CHAR, 'a');
        font.setInt(COSName.LAST_CHAR, 'c');
        font.setItem(COSName.WIDTHS, numbers(500, 610, 720));
        var encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        var differences = numbers('a');
        differences.add(COSName.getPDFName("shape1"));
        differences.add(COSName.getPDFName("shape2"));
        encoding.setItem(COSName.DIFFERENCES, differences);
        font.setItem(COSName.ENCODING, encoding);
        return font;
    }

    private static PDType3Font drawn(PDDocument document) throws IOException {
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem(COSName.FONT_BBOX, numbers(0, 0, 750, 750));
        var matrix = numbers(1, 0, 0, 1, 0, 0);
        matrix.set(0, new org.apache.pdfbox.cos.COSFloat(0.001f));
        matrix.set(3, new org.apache.pdfbox.cos.COSFloat(0.001f));
        font.setItem(COSName.FONT_MATRIX, matrix);
        font.setInt(COSName.FIRST_CHAR, 'a');
        font.setInt(COSName.LAST_CHAR, 'a');
        font.setItem(COSName.WIDTHS, numbers(800));
        var procedures = new COSDictionary();
        procedures.setItem("a", stream(document, "800 0 0 0 750 750 d1 0 0 750 750 re f"));
        font.setItem(COSName.CHAR_PROCS, procedures);
        var encoding = new COSDictionary();
        var differences = numbers('a');
        differences.add(COSName.getPDFName("a"));
        encoding.setItem(COSName.DIFFERENCES, differences);
        font.setItem(COSName.ENCODING, encoding);
        return new PDType3Font(font);
    }

    private static COSArray numbers(int... numbers) {
        var array = new COSArray();
        for (int number : numbers) {
            array.add(COSInteger.get(number));
        }
        return array;
    }

    private static PDStream stream(PDDocument document, String content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(ISO_8859_1));
        }
        return new PDStream(stream);
    }

    private static byte[] saved(PDDocument document) {
        return Pdfs.save(document);
    }

    /** PDFBox's text stripper as it is, with its lines kept. */
    private static final class PdfBoxLines extends PDFTextStripper {
        private final LineBuilder line = new LineBuilder();
        private final List<Page.Line> lines = new ArrayList<>();

        private PdfBoxLines() {
            setSortByPosition(true);
            setSuppressDuplicateOverlappingText(false);
        }

        static List<Page.Line> of(PDDocument document) throws IOException {
            var lines = new PdfBoxLines();
            lines.writeText(document, new StringWriter());
            return lines.lines;
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            line.add(text, positions);
        }

        @Override
        protected void writeWordSeparator() {
            line.addSeparator();
        }

        @Override
        protected void writeLineSeparator() {
            line.end().ifPresent(lines::add);
        }

        @Override
        protected void endArticle() {
            line.end().ifPresent(lines::add);
        }

        @Override
        protected void writeParagraphSeparator() {}
    }
}
