package org.precedent.document.pdf;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.precedent.document.reader.Extraction.rejection;
import static org.precedent.document.reader.Extraction.text;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.document.Caveat;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Text;
import org.precedent.document.reader.Extraction;

/**
 * Text that is visible on a page is extracted, invisible text is not.
 */
class PdfPageTest {
    private static final String BODY =
            show(700, "FICTIONAL SAMPLE LETTER about an X-ray of the wrist") + show(686, "which was upheld.");
    private static final String SHOWN = "FICTIONAL SAMPLE LETTER about an X-ray of the wrist\nwhich was upheld.\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // covered by a filled box
                "BT /F1 12 Tf 72 600 Td (Jane Roe) Tj ET 0 g 60 590 200 20 re f ",
                // covered by a thick line
                "BT /F1 12 Tf 72 600 Td (Jane Roe) Tj ET 20 w 60 603 m 300 603 l S ",
                // covered by an image
                "BT /F1 12 Tf 72 600 Td (Jane Roe) Tj ET q 200 0 0 20 60 590 cm /Im1 Do Q ",
                // on a hidden layer
                "/OC /Off BDC BT /F1 12 Tf 72 600 Td (Jane Roe) Tj ET EMC ",
                // in the invisible text rendering mode
                "BT 3 Tr /F1 12 Tf 72 600 Td (Jane Roe) Tj 0 Tr ET ",
                // white on white
                "1 g BT /F1 12 Tf 72 600 Td (Jane Roe) Tj ET 0 g ",
                // off the page
                "BT /F1 12 Tf -400 600 Td (Jane Roe) Tj ET "
            })
    void leavesOutWhatNoReaderSeesAndReportsIt(String unseen) {
        var read = read(BODY + unseen);
        assertEquals(SHOWN, read.text());
        assertEquals(
                List.of(Caveat.Kind.HIDDEN_TEXT),
                read.caveats().stream().map(Caveat::kind).toList());
        assertTrue(
                read.caveats().getFirst().message().contains("7 characters"),
                read.caveats().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // on top of a filled box
                "0.9 g 60 590 200 20 re f 0 g BT /F1 12 Tf 72 600 Td (Jane Roe) Tj ET ",
                // white text on a dark background
                "0 g 60 590 200 20 re f 1 g BT /F1 12 Tf 72 600 Td (Jane Roe) Tj ET 0 g ",
                // underlined and struck through
                "BT /F1 12 Tf 72 600 Td (Jane Roe) Tj ET 72 598 50 0.6 re f 72 603 50 0.6 re f ",
                // a box hidden by clipping
                "BT /F1 12 Tf 72 600 Td (Jane Roe) Tj ET q 400 100 50 50 re W n 60 590 200 20 re f Q ",
                // framed
                "BT /F1 12 Tf 72 600 Td (Jane Roe) Tj ET 60 590 200 20 re S "
            })
    void keepsWhatAReaderSees(String seen) {
        var read = read(BODY + seen);
        assertTrue(read.text().contains("Jane Roe"), read.text());
        assertTrue(read.caveats().isEmpty(), read.caveats().toString());
    }

    @Test
    void keepsTheTextLayerOfAScan() {
        var read = read("q 612 0 0 792 0 0 cm /Im1 Do Q 3 Tr " + BODY);
        assertEquals(SHOWN, read.text());
        assertTrue(read.caveats().isEmpty());
    }

    @Test
    void saysWhichPageIsOnlyAPicture() {
        var read = read(BODY, "q 500 0 0 600 50 100 cm /Im1 Do Q");
        assertEquals(SHOWN + "\f", read.text());
        assertEquals(Caveat.Kind.PAGE_WITHOUT_TEXT, read.caveats().getFirst().kind());
        assertTrue(
                read.caveats().getFirst().message().startsWith("page 2 of 2"),
                read.caveats().toString());
        assertTrue(read(BODY, "").caveats().isEmpty());
    }

    @Test
    void readsWordsSetWithSpaceBetweenTheirLetters() {
        assertTrue(text(Pdfs.drawn(BODY + "3 Tc " + show(600, "CLINICAL CASE SUMMARY")))
                .contains("\nCLINICAL CASE SUMMARY\n"));
        var moved =
                "BT /F1 12 Tf 72 600 Td [(U) -300 (p) -300 (h) -300 (e) -300 (l) -300 (d) -900 (a) -300 (l) -300 (l)] TJ ET ";
        assertTrue(text(Pdfs.drawn(BODY + moved)).contains("\nUpheld all\n"));
    }

    @Test
    void leavesRowsOfSingleLettersAsTheyAre() {
        assertTrue(text(Pdfs.drawn(BODY + "BT /F1 12 Tf 72 600 Td [(A) -900 (B) -900 (C) -900 (D) -900 (1)] TJ ET "))
                .contains("\nA B C D 1\n"));
    }

    @Test
    void keepsAWatermarkOutOfTheLines() {
        var slanted = read(BODY + "BT /F1 70 Tf 0.7 0.7 -0.7 0.7 150 250 Tm (DRAFT COPY) Tj ET ");
        assertEquals("DRAFT COPY\n\n" + SHOWN, slanted.text());
        assertEquals(Caveat.Kind.PAGE_MARK, slanted.caveats().getFirst().kind());
        var level = read("BT /F1 80 Tf 72 680 Td (DRAFT) Tj ET " + BODY);
        assertEquals("DRAFT\n\n" + SHOWN, level.text());
        var upright = read(BODY + "BT /F1 12 Tf 0 1 -1 0 30 500 Tm (RECD) Tj ET ");
        assertEquals("RECD\n\n" + SHOWN, upright.text());
    }

    @Test
    void readsContentTooLongToBeHeldInMemoryPieceByPiece() {
        assertEquals(SHOWN, read(BODY + " ".repeat(PageContent.MAX_BYTES)).text());
    }

    @Test
    void ignoresOperatorsItUsesItself() {
        assertEquals(
                SHOWN,
                read(PageContent.RUN + " " + BODY + PageContent.RUN + " ").text());
    }

    @Test
    void readsAcrossPagesPastHeadersAndFooters() {
        var read = read(
                BODY + show(30, "ACME000120") + show(760, "Case of a worker"),
                show(700, "It reads on here, as sentences do.")
                        + show(30, "ACME000121")
                        + show(760, "Case of a worker"));
        assertEquals(
                "Case of a worker\nACME000120\nACME000121\n\n" + SHOWN + "\fIt reads on here, as sentences do.\n",
                read.text());
        assertEquals(Caveat.Kind.PAGE_MARK, read.caveats().getFirst().kind());
    }

    @Test
    void dropsPageNumbersAndKeepsRunningHeadersOnceWithoutDoubt() {
        var read = read(
                BODY + show(30, "- 1 -") + show(760, "Case of a worker"),
                show(700, "It reads on here.") + show(30, "- 2 -") + show(760, "Case of a worker"));
        assertEquals("Case of a worker\n\n" + SHOWN + "\fIt reads on here.\n", read.text());
        assertTrue(read.caveats().isEmpty(), read.caveats().toString());
    }

    @Test
    void keepsTextAtTheEdgeOfASinglePage() {
        assertEquals(
                SHOWN + "\nThe end of the letter.\n",
                read(BODY + show(30, "The end of the letter.")).text());
    }

    @Test
    void dropsTheLineNumbersOfPleadingPaper() {
        var page = new StringBuilder();
        var words = new StringBuilder();
        for (int i = 1; i <= 14; i++) {
            page.append("BT /F1 12 Tf 40 %d Td (%d) Tj ET ".formatted(714 - 14 * i, i))
                    .append(show(714 - 14 * i, "Line of print as the lawyers write it"));
            words.append("Line of print as the lawyers write it\n");
        }
        var read = read(page.toString());
        assertEquals(words.toString(), read.text());
        assertEquals(Caveat.Kind.PAGE_MARK, read.caveats().getFirst().kind());
    }

    @Test
    void reportsThatIllegibleTextNeedsOcr() {
        var garbled = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            garbled.append(show(700 - 14 * i, "NSJ pg uif dfswjdbm tqjof boe uif ofyu xpset pg uif mfuufs"));
        }
        var message = rejection(Reason.NEEDS_OCR, Pdfs.drawn(garbled.toString()));
        assertTrue(message.contains("text layer is unreadable"), message);
        var mixed = read(BODY + BODY.replace("70", "60"), garbled.toString());
        assertEquals(Caveat.Kind.PAGE_WITHOUT_TEXT, mixed.caveats().getFirst().kind());
        assertFalse(mixed.text().contains("NSJ"));
    }

    @Test
    void readsAFileWithBytesAfterItsEnd() {
        var whole = Pdfs.drawn(BODY);
        assertEquals(SHOWN, text(Arrays.copyOf(whole, whole.length + 5000)));
        var banner = new ByteArrayOutputStream();
        banner.writeBytes(whole);
        banner.writeBytes("\n<p>downloaded by the gateway</p>".repeat(60).getBytes(ISO_8859_1));
        assertEquals(SHOWN, text(banner.toByteArray()));
    }

    @Test
    void refusesARevisionThatBreaksOff() {
        var cut = new ByteArrayOutputStream();
        cut.writeBytes(Pdfs.drawn(BODY));
        cut.writeBytes("\n4 0 obj\n<</Length 9>>stream\n".getBytes(ISO_8859_1));
        rejection(Reason.DAMAGED, cut.toByteArray());
    }

    @Test
    void readsThePdfInAPortfolioOfOneAndNamesOneOfSeveral() throws Exception {
        assertEquals(SHOWN, text(portfolio("letter.pdf")));
        assertTrue(rejection(Reason.PORTFOLIO, portfolio("a.pdf", "b.pdf")).contains("attachments"));
    }

    private static byte[] portfolio(String... names) throws Exception {
        var document = new PDDocument();
        document.addPage(new PDPage());
        var files = new java.util.TreeMap<String, PDComplexFileSpecification>();
        for (var name : names) {
            var file = new PDComplexFileSpecification();
            file.setFile(name);
            file.setEmbeddedFile(new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(Pdfs.drawn(BODY))));
            files.put(name, file);
        }
        var tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(files);
        var dictionary = new PDDocumentNameDictionary(document.getDocumentCatalog());
        dictionary.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(dictionary);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Collection"), new COSDictionary());
        return Pdfs.save(document);
    }

    private static Text read(String... contents) {
        return switch (Extraction.READER.read("letter.pdf", Pdfs.drawn(contents))) {
            case Text text -> text;
            case org.precedent.document.Extracted.Rejected no -> throw new AssertionError(no.message());
        };
    }

    private static String show(int y, String words) {
        return "BT /F1 12 Tf 72 %d Td (%s) Tj ET ".formatted(y, words);
    }
}
