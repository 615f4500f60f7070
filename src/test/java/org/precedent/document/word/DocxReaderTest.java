package org.precedent.document.word;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.precedent.document.Caveat;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.Extracted.Reason;
import org.precedent.document.Extracted.Text;
import org.precedent.document.reader.DocumentReader;
import org.precedent.document.source.Zips;

class DocxReaderTest {
    private static final String RELATIONS =
            "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                    + "relationships/%s\" Target=\"%s\"/></Relationships>";

    private static final String NUMBERING = "<w:abstractNum w:abstractNumId=\"4\">"
            + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1)\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl>"
            + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"4\"/>"
            + "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>";

    private static final String LETTER = "FICTIONAL SAMPLE LETTER about an X-ray of the wrist";

    private final Map<String, String> parts = new LinkedHashMap<>();

    @Test
    void findsTheMainPartByItsRelationship() {
        parts.put("_rels/.rels", RELATIONS.formatted("officeDocument", "/word/document2.xml"));
        parts.put("word/document2.xml", document(p(r(LETTER))));
        assertEquals(LETTER + "\n\n", read().text());
    }

    @Test
    void readsAPackageWhateverEntryComesFirst() {
        parts.put("customXml/item1.xml", "<item/>");
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("word/document.xml", document(p(r(LETTER))));
        assertEquals(LETTER + "\n\n", read().text());
    }

    @Test
    void refusesAWorkbook() {
        parts.put("_rels/.rels", RELATIONS.formatted("officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", "<workbook/>");
        var read = extracted();
        assertTrue(read instanceof Extracted.Rejected no && no.reason() == Reason.NOT_A_DOCUMENT, read.toString());
    }

    @Test
    void readsTheLatestRevisionOfTrackedChanges() {
        var moved = "<w:moveFromRangeStart w:id=\"1\"/>" + p("<w:moveFrom>" + r("moved away") + "</w:moveFrom>");
        var text = body(p(r(LETTER))
                + moved
                + p("<w:del><w:r><w:delText>Upheld</w:delText></w:r></w:del><w:ins>" + r("Overturned") + "</w:ins>")
                + "<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr>" + r("joined ") + "</w:p>"
                + p("<w:moveTo>" + r("with the next") + "</w:moveTo>"));
        assertEquals(LETTER + "\n\nOverturned\n\njoined with the next\n\n", text.text());
        assertEquals(Caveat.Kind.HIDDEN_TEXT, text.caveats().getFirst().kind());
        assertTrue(text.caveats().getFirst().message().contains("15 characters"), text.toString());
    }

    @Test
    void leavesOutHiddenTextAndReportsIt() {
        parts.put(
                "word/styles.xml",
                "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr></w:style>"
                        + "<w:style w:styleId=\"Derived\"><w:basedOn w:val=\"Secret\"/></w:style></w:styles>");
        var text = body(p(r(LETTER)
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>gone</w:t></w:r>"
                + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> stays</w:t></w:r>"
                + "<w:r><w:rPr><w:rStyle w:val=\"Derived\"/></w:rPr><w:t>gone</w:t></w:r>"));
        assertEquals(LETTER + " stays\n\n", text.text());
        assertTrue(text.caveats().getFirst().message().contains("8 characters"), text.toString());
    }

    @Test
    void writesAutomaticNumbers() {
        parts.put("word/numbering.xml", "<w:numbering xmlns:w=\"w\">" + NUMBERING + "</w:numbering>");
        var text = body(p(r(LETTER))
                + item(1, 0, "one")
                + item(1, 1, "deep")
                + item(1, 1, "deeper")
                + item(1, 0, "two")
                + item(2, 0, "seven")
                + item(2, 0, "eight")
                + item(0, 0, "none"));
        assertEquals(
                LETTER + "\n\n1) one\n\n1.a deep\n\n1.b deeper\n\n2) two\n\n7) seven\n\n8) eight\n\nnone\n\n",
                text.text());
    }

    @Test
    void writesNumbersThatAStyleGives() {
        parts.put("word/numbering.xml", "<w:numbering xmlns:w=\"w\">" + NUMBERING + "</w:numbering>");
        parts.put(
                "word/styles.xml",
                "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Listed\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
                        + "</w:style></w:styles>");
        var text = body(p(r(LETTER)) + "<w:p><w:pPr><w:pStyle w:val=\"Listed\"/></w:pPr>" + r("one") + "</w:p>");
        assertEquals(LETTER + "\n\n1) one\n\n", text.text());
    }

    @Test
    void putsPageHeadersAndFootersBeforeTheBodyOnce() {
        parts.put("word/header1.xml", "<w:hdr xmlns:w=\"w\">" + p(r("IMR Case Number CM16-0000001")) + "</w:hdr>");
        parts.put("word/header2.xml", "<w:hdr xmlns:w=\"w\">" + p(r("IMR Case Number CM16-0000001")) + "</w:hdr>");
        parts.put("word/footer1.xml", "<w:ftr xmlns:w=\"w\">" + p(r("Form of 2016")) + "</w:ftr>");
        assertEquals(
                "IMR Case Number CM16-0000001\nForm of 2016\n\n" + LETTER + "\n\n",
                body(p(r(LETTER))).text());
    }

    @Test
    void readsATextBoxOnceAndBeforeTheParagraphItIsAnchoredIn() {
        var box = "<w:txbxContent>" + p(r("Case Number: CM16-0000001")) + "</w:txbxContent>";
        var text = body(p(r("FICTIONAL SAMPLE ")
                + "<w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box
                + "</mc:Fallback></mc:AlternateContent></w:r>" + r("LETTER about an X-ray of the wrist")));
        assertEquals("Case Number: CM16-0000001\n\n" + LETTER + "\n\n", text.text());
    }

    @Test
    void readsNotesAfterTheParagraphThatRefersToThem() {
        var separator = "<w:%1$s w:type=\"separator\" w:id=\"-1\">" + p(r("line")) + "</w:%1$s>";
        parts.put(
                "word/footnotes.xml",
                notes(
                        "footnotes",
                        separator.formatted("footnote") + "<w:footnote w:id=\"2\">"
                                + p("<w:r><w:footnoteRef/></w:r>" + r("Low Back Chapter, ")
                                        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>draft</w:t></w:r>" + r("MRI."))
                                + "</w:footnote>"));
        parts.put(
                "word/endnotes.xml",
                notes("endnotes", "<w:endnote w:id=\"2\">" + p(r("Second")) + p(r("edition.")) + "</w:endnote>"));
        var text = body(p(r(LETTER) + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + r(" goes on."))
                + p("<w:del><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:del>" + r("The end."))
                + p(r("Chapter 12") + "<w:r><w:endnoteReference w:id=\"2\"/></w:r>")
                + p("<w:r><w:footnoteReference w:id=\"9\"/></w:r>" + r("Nothing is lost.")));
        assertEquals(
                LETTER + " goes on.\n\n[Footnote: Low Back Chapter, MRI.]\n\nThe end.\n\nChapter 12\n\n"
                        + "[Endnote: Second edition.]\n\nNothing is lost.\n\n",
                text.text());
        assertEquals(
                Caveat.Kind.HIDDEN_TEXT, text.caveats().getFirst().kind(), "of a note too, hidden text is a finding");
    }

    private static String notes(String root, String notes) {
        return "<w:" + root + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + notes
                + "</w:" + root + ">";
    }

    private Text body(String content) {
        parts.put("word/document.xml", document(content));
        return read();
    }

    private Text read() {
        return switch (extracted()) {
            case Text text -> text;
            case Extracted.Rejected no -> throw new AssertionError(no.message());
        };
    }

    private Extracted extracted() {
        var entries = new LinkedHashMap<String, byte[]>();
        parts.forEach((name, xml) -> entries.put(name, xml.getBytes(UTF_8)));
        entries.putIfAbsent("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
        try (var reader = new DocumentReader(DocumentOptions.DEFAULT)) {
            return reader.read("letter.docx", Zips.of(entries));
        }
    }

    private static String document(String content) {
        return "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>" + content + "</w:body></w:document>";
    }

    private static String p(String content) {
        return "<w:p>" + content + "</w:p>";
    }

    private static String r(String words) {
        return "<w:r><w:t>" + words + "</w:t></w:r>";
    }

    private static String item(int list, int level, String words) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" + level + "\"/><w:numId w:val=\"" + list
                + "\"/></w:numPr></w:pPr>" + r(words) + "</w:p>";
    }
}
