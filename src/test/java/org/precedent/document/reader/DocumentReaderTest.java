package org.precedent.document.reader;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.precedent.document.reader.Extraction.rejection;
import static org.precedent.document.reader.Extraction.text;

import java.nio.charset.Charset;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Limits;
import org.precedent.document.source.Zips;

class DocumentReaderTest {
    private static final String LETTER =
            "FICTIONAL SAMPLE LETTER\n\nThe reviewer’s “rationale” on § 9792 stands here: Upheld.\n \n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void readsTextWithoutADeclaredEncoding(String charset) {
        assertEquals(LETTER, text(LETTER.getBytes(Charset.forName(charset))));
    }

    @Test
    void readsTextWithAByteOrderMark() {
        var marked = "\ufeff" + LETTER;
        assertEquals(LETTER, text(marked.getBytes(UTF_8)));
        assertEquals(LETTER, text(marked.getBytes(UTF_16LE)));
        assertEquals(LETTER, text(marked.getBytes(UTF_16BE)));
    }

    @Test
    void keepsBlanksAtLineEndsBecauseTheyMaySeparateParagraphs() {
        var seeded = "A paragraph of a letter in plain text.\n\n \n\nAnother paragraph of that letter.\n";
        assertEquals(seeded, text(seeded.getBytes(UTF_8)));
    }

    @Test
    void turnsOtherLineEndsIntoNewLines() {
        var dos = LETTER.replace("\n", "\r\n");
        assertEquals(LETTER, text(dos.getBytes(UTF_8)));
        assertEquals(LETTER, text(LETTER.replace('\n', '\r').getBytes(UTF_8)));
    }

    @Test
    void dropsCharactersThatMislead() {
        var misleading = LETTER.replace("Upheld", "\u202eUp\u200bheld\u202c\u0000\u0007");
        assertEquals(LETTER, text(misleading.getBytes(UTF_8)));
    }

    @Test
    void laysOutHtmlLikeABrowser() {
        var html = """
                <!DOCTYPE html><html><head><title>Letter</title><style>p { color: red }</style></head>
                <body><h1>FICTIONAL SAMPLE LETTER</h1>
                <table><tr><td>Case Number:</td><td>CM16-0000001</td></tr><tr><td><p>Priority:</p></td><td>Standard</td></tr></table>
                <p>X-ray of the left&nbsp;wrist, as
                   requested: <b>Upheld</b></p><p>Decision rationale:<br>Nothing is&#32;broken.</p>
                <script>alert("no text")</script></body></html>""";
        assertEquals("""
                FICTIONAL SAMPLE LETTER

                Case Number:  CM16-0000001
                Priority:  Standard

                X-ray of the left wrist, as requested: Upheld

                Decision rationale:
                Nothing is broken.

                """, text(html.getBytes(UTF_8)));
    }

    @Test
    void usesTheCharsetDeclaredByAnHtmlPage() {
        var html =
                "<html><head><meta charset=\"windows-1252\"></head><body><p>The reviewer\u0092s rationale, set down at some length.</p></body></html>";
        assertTrue(text(html.getBytes(ISO_8859_1)).contains("reviewer’s"));
    }

    @Test
    void readsWordDocumentsWithSpacedParagraphs() {
        var body = "<w:p><w:pPr><w:t>style</w:t></w:pPr><w:r><w:t>FICTIONAL SAMPLE LETTER</w:t></w:r></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Case Number:</w:t></w:r></w:p></w:tc>"
                + "<w:tc><w:p><w:r><w:t>CM16-0000001</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                + "<w:p><w:r><w:t xml:space=\"preserve\">X-ray of the wrist: </w:t></w:r><w:r><w:t>Upheld</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>Nothing</w:t><w:br/><w:t>is &amp; stays whole.</w:t></w:r></w:p>";
        assertEquals(
                "FICTIONAL SAMPLE LETTER\n\nCase Number:   CM16-0000001   \nX-ray of the wrist: Upheld\n\nNothing\nis & stays whole.\n\n",
                text(Zips.docx(body)));
    }

    @Test
    void readsWordDocumentsWithEmptyParagraphsBetweenOthers() {
        var body = "<w:p><w:r><w:t>FICTIONAL SAMPLE LETTER</w:t></w:r></w:p><w:p/>"
                + "<w:p><w:r><w:t>A first line of print,</w:t></w:r></w:p><w:p><w:r><w:t>and a second.</w:t></w:r></w:p>";
        assertEquals("FICTIONAL SAMPLE LETTER\n\nA first line of print,\nand a second.\n", text(Zips.docx(body)));
    }

    @Test
    void rejectsNothingAndNextToNothing() {
        assertTrue(rejection(Reason.EMPTY, new byte[0]).contains("empty"));
        rejection(Reason.NO_TEXT, "  \n\n \f ".getBytes(UTF_8));
        rejection(Reason.NO_TEXT, "See attached.".getBytes(UTF_8));
        rejection(Reason.NO_TEXT, "<html><body></body></html>".getBytes(UTF_8));
    }

    @Test
    void rejectsTooLargeAFile() {
        var limits = new Limits(100, 10, Duration.ofSeconds(10), Limits.ArchiveLimits.DEFAULT);
        var strict = new DocumentReader(DocumentOptions.DEFAULT.withLimits(limits));
        assertTrue(rejection(strict, Reason.TOO_LARGE, new byte[101]).contains("at most 100"));
    }

    @Test
    void namesTheTypeOfAFileThatIsNotADocument() {
        assertTrue(rejection(Reason.NOT_A_DOCUMENT, "\u0089PNG\r\n\u001a\n....".getBytes(ISO_8859_1))
                .contains("a PNG image"));
        assertTrue(rejection(Reason.NOT_A_DOCUMENT, "\u00ff\u00d8\u00ff\u00e0..JFIF".getBytes(ISO_8859_1))
                .contains("a JPEG image"));
        assertTrue(rejection(Reason.NOT_A_DOCUMENT, "{\\rtf1 some text}".getBytes(ISO_8859_1))
                .contains("RTF"));
        assertTrue(rejection(Reason.NOT_A_DOCUMENT, Zips.of("letter.txt", LETTER.getBytes(UTF_8)))
                .contains("ZIP"));
    }
}
