package org.precedent.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import org.precedent.search.LetterHit;

/**
 * Exports a result as a table for a brief, as a Word document (Office Open XML, ISO/IEC 29500): the rows of {@link BriefTable} on landscape
 * pages, with a heading row that is repeated on each. Writes only the parts that the format requires, and streams the rows.
 *
 * @param records reads reasons and their supporting sentences
 */
record BriefDocument(FullRecords records) implements Export {
    /** Fixed time of every ZIP entry, so that the same result yields the same bytes. */
    private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /** Parts of the package other than the main document, as name and content. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry(
                    "[Content_Types].xml",
                    XML + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"" + WORD
                            + "document.main+xml\"/>"
                            + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + WORD + "styles+xml\"/>"
                            + "</Types>"),
            Map.entry("_rels/.rels", relationship(RELATIONSHIPS + "officeDocument", "word/document.xml")),
            Map.entry("word/_rels/document.xml.rels", relationship(RELATIONSHIPS + "styles", "styles.xml")),
            Map.entry(
                    "word/styles.xml",
                    XML + "<w:styles xmlns:w=\"" + WordTable.NAMESPACE + "\">"
                            + "<w:docDefaults><w:rPrDefault><w:rPr>"
                            + "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
                            + "<w:sz w:val=\"20\"/><w:lang w:val=\"en-US\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                            + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
                            + "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/>"
                            + "<w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr></w:style>"
                            + "</w:styles>"));

    @Override
    public String fileExtension() {
        return "docx";
    }

    @Override
    public String mediaType() {
        return WORD + "document";
    }

    @Override
    public void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, OutputStream out)
            throws IOException {
        var zip = new ZipOutputStream(out);
        for (var part : PARTS) {
            begin(zip, part.getKey());
            zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        begin(zip, "word/document.xml");
        try {
            var table = WordTable.begin(zip, BriefRow.TITLE, BriefRow.HEADINGS);
            letters.accept(letter ->
                    IssueRow.of(letter, records, addresses).map(BriefRow::of).forEach(row -> add(table, row)));
            table.end(BriefRow.CAUTION);
        } catch (XMLStreamException | BriefTable.Unwritten e) {
            throw new IOException("the document could not be written", e);
        }
        zip.closeEntry();
        zip.finish();
    }

    private static void add(WordTable table, BriefRow row) {
        try {
            table.row(row);
        } catch (XMLStreamException e) {
            throw new BriefTable.Unwritten(e);
        }
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(WRITTEN);
        zip.putNextEntry(entry);
    }

    private static String relationship(String type, String target) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + type
                + "\" Target=\"" + target + "\"/></Relationships>";
    }
}
