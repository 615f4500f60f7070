package org.precedent.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.precedent.determination.CitationFormats;
import org.precedent.determination.Reason;
import org.precedent.search.LetterHit;

/**
 * Exports a result as a table for a brief: request, decision, reason, quote and citation of each issue, as an HTML document that
 * word processors open and from which the table can be copied.
 *
 * @param records reads reasons and their sentences
 */
record BriefTable(FullRecords records) implements Export {
    private static final List<String> HEADINGS = List.of("Request", "Decision", "Reason", "Quote", "Citation");

    @Override
    public String ending() {
        return "brief.html";
    }

    @Override
    public String type() {
        return "text/html; charset=utf-8";
    }

    @Override
    public void write(Consumer<Consumer<LetterHit>> letters, AbsoluteUrls addresses, OutputStream out)
            throws IOException {
        out.write("<!DOCTYPE html>\n".getBytes(StandardCharsets.UTF_8));
        try {
            var html = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "utf-8");
            begin(html);
            letters.accept(letter -> IssueRow.of(letter, records, addresses).forEach(row -> row(html, row)));
            html.writeEndElement();
            html.writeEndElement();
            element(html, "p", CitationFormats.CAUTION + " Values are extracted automatically; check the originals.");
            html.writeEndElement();
            html.writeEndElement();
            html.flush();
        } catch (XMLStreamException e) {
            throw new IOException("the table could not be written", e);
        } catch (Unwritten e) {
            throw new IOException("the table could not be written", e);
        }
    }

    private static void begin(XMLStreamWriter html) throws XMLStreamException {
        html.writeStartElement("html");
        html.writeAttribute("lang", "en");
        html.writeStartElement("head");
        html.writeEmptyElement("meta");
        html.writeAttribute("charset", "utf-8");
        element(html, "title", "IMR determinations");
        html.writeEndElement();
        html.writeStartElement("body");
        html.writeStartElement("table");
        html.writeAttribute("border", "1");
        html.writeAttribute("cellpadding", "4");
        html.writeStartElement("thead");
        html.writeStartElement("tr");
        for (var heading : HEADINGS) {
            html.writeStartElement("th");
            html.writeAttribute("scope", "col");
            html.writeCharacters(heading);
            html.writeEndElement();
        }
        html.writeEndElement();
        html.writeEndElement();
        html.writeStartElement("tbody");
    }

    private static void row(XMLStreamWriter html, IssueRow row) {
        try {
            html.writeStartElement("tr");
            element(html, "td", row.hit().request().text());
            var decision = row.hit().decision();
            element(html, "td", decision.label() + ": " + decision.effect());
            element(html, "td", row.reasons().stream().map(Reason::label).collect(Collectors.joining("; ")));
            element(html, "td", row.quote().isEmpty() ? "" : "“" + row.quote().strip() + "”");
            citation(html, row);
            html.writeEndElement();
        } catch (XMLStreamException e) {
            throw new Unwritten(e);
        }
    }

    private static void citation(XMLStreamWriter html, IssueRow row) throws XMLStreamException {
        html.writeStartElement("td");
        if (row.addresses().equals(AbsoluteUrls.PATHS)) {
            html.writeCharacters(AtomFeed.clean(row.citation()));
        } else {
            html.writeStartElement("a");
            html.writeAttribute("href", row.url());
            html.writeCharacters(AtomFeed.clean(row.citation()));
            html.writeEndElement();
        }
        html.writeEndElement();
    }

    private static void element(XMLStreamWriter html, String name, String text) throws XMLStreamException {
        html.writeStartElement(name);
        html.writeCharacters(AtomFeed.clean(text));
        html.writeEndElement();
    }

    /** Carries a failure of the writer out of the traversal of the result. */
    private static final class Unwritten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unwritten(Throwable cause) {
            super(cause);
        }
    }
}
