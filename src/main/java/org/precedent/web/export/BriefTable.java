package org.precedent.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.precedent.search.LetterHit;

/**
 * Exports a result as a table for a brief: request, decision, reason, quote and citation of each issue, as an HTML document from which the
 * table can be copied. {@link BriefDocument} writes the same table for word processors.
 *
 * @param records reads reasons and their supporting sentences
 */
record BriefTable(FullRecords records) implements Export {
    @Override
    public String fileExtension() {
        return "brief.html";
    }

    @Override
    public String mediaType() {
        return "text/html; charset=utf-8";
    }

    @Override
    public void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, OutputStream out)
            throws IOException {
        out.write("<!DOCTYPE html>\n".getBytes(StandardCharsets.UTF_8));
        try {
            var html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "utf-8");
            begin(html);
            letters.accept(letter ->
                    IssueRow.of(letter, records, addresses).map(BriefRow::of).forEach(row -> row(html, row)));
            html.writeEndElement();
            html.writeEndElement();
            element(html, "p", BriefRow.CAUTION);
            html.writeEndElement();
            html.writeEndElement();
            html.flush();
        } catch (XMLStreamException | Unwritten e) {
            throw new IOException("the table could not be written", e);
        }
    }

    private static void begin(XMLStreamWriter html) throws XMLStreamException {
        html.writeStartElement("html");
        html.writeAttribute("lang", "en");
        html.writeStartElement("head");
        html.writeEmptyElement("meta");
        html.writeAttribute("charset", "utf-8");
        element(html, "title", BriefRow.TITLE);
        html.writeEndElement();
        html.writeStartElement("body");
        html.writeStartElement("table");
        html.writeAttribute("border", "1");
        html.writeAttribute("cellpadding", "4");
        html.writeStartElement("thead");
        html.writeStartElement("tr");
        for (var heading : BriefRow.HEADINGS) {
            html.writeStartElement("th");
            html.writeAttribute("scope", "col");
            html.writeCharacters(heading);
            html.writeEndElement();
        }
        html.writeEndElement();
        html.writeEndElement();
        html.writeStartElement("tbody");
    }

    private static void row(XMLStreamWriter html, BriefRow row) {
        try {
            html.writeStartElement("tr");
            for (var cell : row.cells()) {
                element(html, "td", cell);
            }
            html.writeStartElement("td");
            if (row.link().isPresent()) {
                html.writeStartElement("a");
                html.writeAttribute("href", row.link().get());
                html.writeCharacters(row.citation());
                html.writeEndElement();
            } else {
                html.writeCharacters(row.citation());
            }
            html.writeEndElement();
            html.writeEndElement();
        } catch (XMLStreamException e) {
            throw new Unwritten(e);
        }
    }

    private static void element(XMLStreamWriter html, String name, String text) throws XMLStreamException {
        html.writeStartElement(name);
        html.writeCharacters(text);
        html.writeEndElement();
    }

    /** Wraps a write failure to carry it out of the consumer of the results. */
    static final class Unwritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unwritten(Throwable cause) {
            super(cause);
        }
    }
}
