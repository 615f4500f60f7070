package org.precedent.web.export;

import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the main part of a Word document: a title, one table and a closing sentence, on landscape letter paper. Lengths are in twips
 * (twentieths of a point).
 */
final class WordTable {
    /** WordprocessingML namespace. */
    static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static final int PAGE_WIDTH = 15_840;
    private static final int PAGE_HEIGHT = 12_240;
    private static final int MARGIN = 1_080;

    /** Widths of the columns request, decision, reason, quote and citation; their sum is the width of the text area. */
    private static final List<Integer> WIDTHS = List.of(2_700, 1_700, 2_080, 3_900, 3_300);

    private final XMLStreamWriter xml;

    private WordTable(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes everything before the first row of issues. */
    static WordTable begin(OutputStream out, String title, List<String> headings) throws XMLStreamException {
        var table = new WordTable(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8"));
        table.start(title);
        table.properties();
        table.open("tr");
        table.open("trPr");
        table.empty("cantSplit");
        table.empty("tblHeader");
        table.close();
        for (int column = 0; column < headings.size(); column++) {
            table.openCell(column);
            table.run(headings.get(column), "b");
            table.closeCell();
        }
        table.close();
        return table;
    }

    private void start(String title) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        open("document");
        xml.writeNamespace("w", NAMESPACE);
        open("body");
        open("p");
        open("pPr");
        empty("pStyle", "val", "Title");
        close();
        run(title, "");
        close();
    }

    private void properties() throws XMLStreamException {
        open("tbl");
        open("tblPr");
        empty("tblW", "w", Integer.toString(WIDTHS.stream().mapToInt(w -> w).sum()), "type", "dxa");
        open("tblBorders");
        for (var side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            empty(side, "val", "single", "sz", "4", "space", "0", "color", "auto");
        }
        close();
        empty("tblLayout", "type", "fixed");
        close();
        open("tblGrid");
        for (int width : WIDTHS) {
            empty("gridCol", "w", Integer.toString(width));
        }
        close();
    }

    /** Writes the row of an issue; the row is kept on one page where it fits. */
    void row(BriefRow row) throws XMLStreamException {
        open("tr");
        open("trPr");
        empty("cantSplit");
        close();
        for (int column = 0; column < row.cells().size(); column++) {
            openCell(column);
            run(row.cells().get(column), "");
            closeCell();
        }
        openCell(row.cells().size());
        if (row.link().isPresent()) {
            // unlike a hyperlink element, a field needs no relationship, which would have to be collected until the end
            open("fldSimple");
            xml.writeAttribute(
                    "w", NAMESPACE, "instr", " HYPERLINK \"" + row.link().get() + "\" ");
            run(row.citation(), "u");
            close();
        } else {
            run(row.citation(), "");
        }
        closeCell();
        close();
    }

    /** Writes everything below the table. */
    void end(String caution) throws XMLStreamException {
        close();
        open("p");
        run(caution, "i");
        close();
        open("sectPr");
        empty("pgSz", "w", Integer.toString(PAGE_WIDTH), "h", Integer.toString(PAGE_HEIGHT), "orient", "landscape");
        var margin = Integer.toString(MARGIN);
        empty(
                "pgMar", "top", margin, "right", margin, "bottom", margin, "left", margin, "header", "720", "footer",
                "720", "gutter", "0");
        close();
        xml.writeEndDocument();
        xml.flush();
    }

    private void openCell(int column) throws XMLStreamException {
        open("tc");
        open("tcPr");
        empty("tcW", "w", Integer.toString(WIDTHS.get(column)), "type", "dxa");
        close();
        open("p");
    }

    private void closeCell() throws XMLStreamException {
        close();
        close();
    }

    /**
     * Writes a run of text.
     *
     * @param form {@code b} bold, {@code i} italic, {@code u} underlined; empty for plain
     */
    private void run(String text, String form) throws XMLStreamException {
        open("r");
        if (!form.isEmpty()) {
            open("rPr");
            empty(form, form.equals("u") ? new String[] {"val", "single"} : new String[0]);
            close();
        }
        open("t");
        xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "space", "preserve");
        xml.writeCharacters(text);
        close();
        close();
    }

    private void open(String name) throws XMLStreamException {
        xml.writeStartElement("w", name, NAMESPACE);
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement("w", name, NAMESPACE);
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute("w", NAMESPACE, attributes[i], attributes[i + 1]);
        }
    }

    private void close() throws XMLStreamException {
        xml.writeEndElement();
    }
}
