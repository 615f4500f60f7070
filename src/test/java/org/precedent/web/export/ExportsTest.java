package org.precedent.web.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.precedent.document.DocumentOptions;
import org.precedent.document.Extracted;
import org.precedent.document.reader.DocumentReader;
import org.precedent.json.Json;
import org.precedent.search.LetterHit;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.IndexFixture;
import org.precedent.web.WrittenLetters;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ExportsTest {
    private static final AbsoluteUrls HERE = new AbsoluteUrls("http://h:1");

    private final IndexFixture empty = new IndexFixture();

    @AfterEach
    void close() {
        empty.close();
    }

    private CsvExport csv() {
        return new CsvExport(new FullRecords(empty.engine()));
    }

    @Test
    void csvHasAHeaderAndARowPerIssue() throws IOException {
        assertEquals("""
                id,case,decided,issue,request,decision,modality,region,laterality,treatment,guidelines,specialties,\
                outcome,citation,url,firstSeen,lastChanged,fictional,injury,utilizationReview,reasons,rationale\r
                CM14-0012345,CM14-0012345,2014-07-08,1,X-ray of the neck,Upheld,X-ray,Cervical spine,,\
                Diagnostic Testing,,Family Practice,All upheld,"IMR Case No. CM14-0012345, Final Determination\
                 (Cal. Div. Workers' Comp. July 8, 2014), issue 1 (X-ray, cervical spine)",\
                http://h:1/determinations/CM14-0012345#issue-1,2024-05-01T10:00:00Z,2024-05-01T10:01:00Z,no,,,,\r
                """, text(csv(), WrittenLetters.hit("CM14-0012345", "X-ray of the neck")));
    }

    @Test
    void csvQuotesAndNeutralisesWhatASpreadsheetWouldRun() throws IOException {
        for (var request : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\r=x")) {
            var cells = rows(text(csv(), WrittenLetters.hit("CM1", request))).get(1);
            assertEquals("'" + request, cells.get(4));
        }
        var nasty = "a \"b\", c\r\nd =1";
        assertEquals(
                nasty,
                rows(text(csv(), WrittenLetters.hit("CM1", nasty))).get(1).get(4));
    }

    @Test
    void csvOfAHundredThousandLettersNeedsNoMemory() throws IOException {
        var counted = new Counting();
        var hit = WrittenLetters.hit("CM14-0012345", "X-ray of the neck");
        csv().write(each -> Stream.generate(() -> hit).limit(100_000).forEach(each), HERE, counted);
        assertTrue(counted.bytes > 30_000_000, counted.bytes + " bytes");
        assertTrue(counted.largest < 64 * 1024, "written in pieces of " + counted.largest);
    }

    @Test
    void aHundredThousandRowsOfARealIndexNeedNoMemory() throws IOException {
        try (var index = new IndexFixture()) {
            var letters = IntStream.range(0, 1_000)
                    .mapToObj(i -> WrittenLetters.longLetter("CM14-%07d".formatted(i), 100))
                    .toList();
            index.put(letters, l -> WrittenLetters.SEEN);
            var live = new ArrayList<Long>();
            var rows = new Rows(20_000, () -> live.add(liveBytes()));
            var everything =
                    new SearchService(index.engine(), Vocabularies.bundled()).interpret(SearchRequest.EVERYTHING);
            var search = ((Interpretation.Valid) everything).search();
            new CsvExport(new FullRecords(index.engine()))
                    .write(each -> index.engine().export(search, each), HERE, rows);
            assertEquals(100_001, rows.count);
            assertTrue(Collections.max(live) - live.getFirst() < 4_000_000, "live bytes as rows go by: " + live);
        }
    }

    private static long liveBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void csvHasDatesReasonsAndRationale() throws IOException {
        var rows = rows(text(new CsvExport(reasoned()), WrittenLetters.hit("CM14-0012345", "X-ray")));
        var row = new java.util.HashMap<String, String>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            row.put(rows.getFirst().get(i), rows.get(1).get(i));
        }
        assertEquals("2013-02-03", row.get("injury"));
        assertEquals("2014-03-04", row.get("utilizationReview"));
        assertEquals("Conservative care not shown", row.get("reasons"));
        assertEquals("No care was tried. It is <denied> & closed.", row.get("rationale"));
    }

    @Test
    void csvHasAByteOrderMarkOnRequest() throws IOException {
        var plain = bytes(csv(), WrittenLetters.hit("CM1", "r"));
        var marked = bytes(csv().withByteOrderMark(), WrittenLetters.hit("CM1", "r"));
        assertEquals("efbbbf", java.util.HexFormat.of().formatHex(marked, 0, 3));
        assertEquals(plain.length + 3, marked.length);
    }

    @Test
    void workbooksHoldTheSameCellsWithDatesAsDates() throws Exception {
        var hits = new LetterHit[] {
            WrittenLetters.hit("CM14-0012345", "=1+1 \u0001 <b>"), WrittenLetters.hit("CM2", "r".repeat(40_000))
        };
        var sheet = sheet(bytes(new XlsxExport(reasoned()), hits), "xl/worksheets/sheet1.xml");
        var rows = sheet.getElementsByTagName("row");
        assertEquals(3, rows.getLength());
        assertEquals(CsvExport.COLUMNS, texts((Element) rows.item(0)), "the first row names the columns of the CSV");
        var first = texts((Element) rows.item(1));
        assertTrue(first.get(4).startsWith("=1+1") && first.get(4).endsWith("<b>"), first.get(4));
        assertTrue(first.contains("Conservative care not shown"), first.toString());
        // dates are days since December 30, 1899
        assertTrue(first.contains("41828") || first.contains("41828.0"), "2014-07-08 as a number: " + first);
        var longest = texts((Element) rows.item(2)).get(4);
        assertEquals(32_767, longest.length(), "cut to what a cell holds");
        assertTrue(longest.endsWith("…"));
    }

    @Test
    void workbooksOfAnySizeUseLittleMemory() throws IOException {
        var counted = new Counting();
        var hit = WrittenLetters.hit("CM14-0012345", "X-ray of the neck");
        var before = liveBytes();
        var live = new ArrayList<Long>();
        new XlsxExport(new FullRecords(empty.engine()))
                .write(
                        each -> {
                            Stream.generate(() -> hit).limit(30_000).forEach(each);
                            live.add(liveBytes());
                        },
                        HERE,
                        counted);
        assertTrue(live.getFirst() - before < 8_000_000, "live bytes grew by " + (live.getFirst() - before));
        assertTrue(counted.bytes > 500_000, counted.bytes + " bytes");
    }

    @Test
    void theBriefTableQuotesTheSentenceOfTheReason() throws Exception {
        var html = text(new BriefTable(reasoned()), WrittenLetters.hit("CM14-0012345", "a <b> & \u0001c"));
        var table = Jsoup.parse(html).select("tbody tr");
        assertEquals(
                List.of(
                        "a <b> & c",
                        "Upheld: treatment not approved",
                        "Conservative care not shown",
                        "“No care was tried.”",
                        "IMR Case No. CM14-0012345, Final Determination (Cal. Div. Workers' Comp. July 8, 2014), issue 1 (X-ray,"
                                + " cervical spine)"),
                table.select("td").eachText());
        assertEquals(
                "http://h:1/determinations/CM14-0012345#issue-1",
                table.select("a").attr("href"));
        var unlinked = new ByteArrayOutputStream();
        new BriefTable(reasoned())
                .write(e -> e.accept(WrittenLetters.hit("CM14-0012345", "a")), AbsoluteUrls.PATHS, unlinked);
        assertEquals(
                0,
                Jsoup.parse(unlinked.toString(StandardCharsets.UTF_8))
                        .select("a")
                        .size());
    }

    @Test
    void wordDocumentsHoldTheSameTable() throws Exception {
        var hits = new LetterHit[] {
            WrittenLetters.hit("CM14-0012345", "a <b> & \u0001c"), WrittenLetters.hit("CM14-0012346", "d")
        };
        var bytes = bytes(new BriefDocument(reasoned()), hits);
        assertArrayEquals(bytes, bytes(new BriefDocument(reasoned()), hits), "the same result gives the same file");
        var body = sheet(bytes, "word/document.xml");
        var rows = body.getElementsByTagName("w:tr");
        assertEquals(3, rows.getLength());
        assertEquals(BriefRow.HEADINGS, texts((Element) rows.item(0), "w:tc"));
        assertEquals(1, body.getElementsByTagName("w:tblHeader").getLength(), "the headings stand on every page");
        var html = Jsoup.parse(text(new BriefTable(reasoned()), hits)).select("tbody tr");
        for (int row = 1; row < rows.getLength(); row++) {
            assertEquals(
                    html.get(row - 1).select("td").stream()
                            .map(cell -> cell.text())
                            .toList(),
                    texts((Element) rows.item(row), "w:tc"),
                    "as in the HTML table");
        }
        var link = (Element) body.getElementsByTagName("w:fldSimple").item(0);
        assertEquals(" HYPERLINK \"http://h:1/determinations/CM14-0012345#issue-1\" ", link.getAttribute("w:instr"));
        for (var part :
                List.of("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml")) {
            assertTrue(sheet(bytes, part).hasChildNodes(), part);
        }
    }

    @Test
    void wordDocumentsAreReadAsTheyWereWritten() throws Exception {
        var out = new ByteArrayOutputStream();
        new BriefDocument(reasoned())
                .write(e -> e.accept(WrittenLetters.hit("CM14-0012345", "Neck X-ray")), AbsoluteUrls.PATHS, out);
        final String text;
        try (var reader = new DocumentReader(DocumentOptions.DEFAULT)) {
            text = assertInstanceOf(Extracted.Text.class, reader.read("brief.docx", out.toByteArray()))
                    .text();
        }
        for (var cell : List.of("Quote", "Neck X-ray", "Upheld: treatment not approved", "“No care was tried.”")) {
            assertTrue(text.contains(cell), text);
        }
        assertEquals(
                0,
                sheet(out.toByteArray(), "word/document.xml")
                        .getElementsByTagName("w:fldSimple")
                        .getLength(),
                "no link that only this machine could follow");
    }

    private FullRecords reasoned() {
        var sentence = "No care was tried.";
        empty.put(
                WrittenLetters.reasoned(
                        WrittenLetters.letter(
                                "CM14-0012345", sentence + " It is <denied> & closed.", LocalDate.of(2014, 7, 8)),
                        sentence),
                WrittenLetters.SEEN);
        return new FullRecords(empty.engine());
    }

    // reads by the central directory at the end of the archive, as spreadsheet programs do
    private static Document sheet(byte[] workbook, String name) throws Exception {
        var file = Files.write(Files.createTempFile("workbook", ".xlsx"), workbook);
        try (var zip = new ZipFile(file.toFile());
                var in = zip.getInputStream(zip.getEntry(name))) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in);
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> texts(Element row) {
        return texts(row, "c");
    }

    private static List<String> texts(Element row, String cell) {
        var cells = row.getElementsByTagName(cell);
        return IntStream.range(0, cells.getLength())
                .mapToObj(i -> cells.item(i).getTextContent())
                .toList();
    }

    @Test
    void risAndBibtexHaveAnEntryPerLetter() throws IOException {
        var letters =
                new LetterHit[] {WrittenLetters.hit("CM14-0012345", "a & b"), WrittenLetters.hit("CM14-0012346", "c")};
        var ris = text(ReferenceExport.RIS, letters);
        assertEquals(2, ris.lines().filter("TY  - CASE"::equals).count());
        assertEquals(2, ris.lines().filter("ER  - "::equals).count());
        assertTrue(ris.contains("AB  - Issue 1: a & b. Upheld: treatment not approved.\r\n"), ris);
        var bibtex = text(ReferenceExport.BIBTEX, letters);
        assertTrue(bibtex.contains("@misc{imr-CM14-0012346,"), bibtex);
        assertTrue(bibtex.contains("abstract = {Issue 1: a \\& b. Upheld"), bibtex);
    }

    @Test
    void jsonLinesAndZipHoldTheWholeRecord() throws IOException {
        var index = new IndexFixture();
        index.put(
                WrittenLetters.letter("CM14-0012345", "the whole rationale", LocalDate.of(2014, 7, 8)),
                WrittenLetters.SEEN);
        var records = new FullRecords(index.engine());
        var hit = WrittenLetters.hit("CM14-0012345", "r");
        var line = text(new JsonLinesExport(records), hit);
        assertTrue(line.contains("\"rationale\":\"the whole rationale\"") && line.endsWith("\n"), line);
        assertTrue(line.contains("\"matching\":[1]"), line);
        var bytes = bytes(new ZipExport(records), hit, WrittenLetters.hit("../evil", "r"));
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            assertEquals("determinations/CM14-0012345.json", zip.getNextEntry().getName());
            assertEquals(line.strip(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            assertEquals("determinations/..%2Fevil.json", zip.getNextEntry().getName());
            var gone = Json.read(zip.readAllBytes(), java.util.Map.class);
            assertEquals(true, gone.get("gone"));
        }
    }

    @Test
    void filesAreNamedByDayAndWords() {
        var day = LocalDate.of(2026, 11, 20);
        var request = SearchRequest.of("X-ray \"cervical\" /../ é")
                .with(Selection.NONE.with(new FacetValue(Facet.DECISION, "Upheld")));
        assertEquals("precedent-2026-11-20-x-ray-cervical-upheld.csv", DownloadNames.compose(request, day, "csv"));
        assertEquals("precedent-2026-11-20.ris", DownloadNames.compose(SearchRequest.EVERYTHING, day, "ris"));
    }

    private static String text(Export export, LetterHit... letters) throws IOException {
        return new String(bytes(export, letters), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Export export, LetterHit... letters) throws IOException {
        var out = new ByteArrayOutputStream();
        export.write(each -> List.of(letters).forEach(each), HERE, out);
        return out.toByteArray();
    }

    /** A separate parser of CSV according to RFC 4180. */
    private static List<List<String>> rows(String csv) {
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(csv.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\r')) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\n') {
                rows.add(List.copyOf(row));
                row.clear();
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    /** Counts rows and runs a check at regular intervals. */
    private static final class Rows extends OutputStream {
        private final int every;
        private final Runnable look;
        private int count;

        Rows(int every, Runnable look) {
            this.every = every;
            this.look = look;
        }

        @Override
        public void write(int b) {
            if (b == '\n' && ++count % every == 0) {
                look.run();
            }
        }
    }

    private static final class Counting extends OutputStream {
        private long bytes;
        private int largest;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
            largest = Math.max(largest, len);
        }
    }
}
