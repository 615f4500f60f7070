package org.precedent.web.export;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.precedent.search.LetterHit;

/**
 * Renders a result as an Atom feed (RFC 4287), one entry per determination in the given order. Entry IDs do not depend on the host, so that
 * feed readers recognize them; {@code updated} is when the determination last changed.
 *
 * @param title title of the feed
 * @param self path of the feed
 * @param page path of the corresponding HTML page
 * @param next path of the feed's next page; empty on the last
 * @param updated when an entry on this page last changed
 * @param letters determinations on this page of the feed
 */
record AtomFeed(
        String title, String self, String page, Optional<String> next, Instant updated, List<LetterHit> letters) {
    /** Media type of Atom. */
    static final String TYPE = "application/atom+xml; charset=utf-8";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final int TITLE_LENGTH = 200;

    /**
     * Renders the feed as XML.
     */
    String xml(AbsoluteUrls addresses) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(NAMESPACE);
            head(xml, addresses);
            for (var letter : letters) {
                entry(xml, letter, addresses);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return text.toString();
    }

    private void head(XMLStreamWriter xml, AbsoluteUrls addresses) throws XMLStreamException {
        element(xml, "id", id("feed " + page));
        element(xml, "title", title);
        element(xml, "updated", updated.toString());
        author(xml);
        link(xml, "self", "application/atom+xml", addresses.resolve(self));
        link(xml, "alternate", "text/html", addresses.resolve(page));
        if (next.isPresent()) {
            link(xml, "next", "application/atom+xml", addresses.resolve(next.get()));
        }
        element(
                xml,
                "rights",
                "Public records. IMR determinations are not legal precedent; values are extracted automatically.");
    }

    private static void author(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("author");
        element(xml, "name", "Precedent");
        xml.writeEndElement();
    }

    private static void entry(XMLStreamWriter xml, LetterHit letter, AbsoluteUrls addresses) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", id("determination " + letter.id()));
        element(xml, "title", title(letter));
        element(xml, "updated", letter.ingested().lastChanged().toString());
        element(xml, "published", letter.ingested().firstSeen().toString());
        link(xml, "alternate", "text/html", addresses.letter(letter.id()));
        link(xml, "alternate", "application/json", addresses.letter(letter.id()) + ".json");
        for (var word : words(letter)) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("term", clean(word));
        }
        element(xml, "summary", ExportRow.citation(letter).plain() + ". " + ExportRow.summary(letter));
        xml.writeEndElement();
    }

    private static String title(LetterHit letter) {
        var first = letter.issues().getFirst();
        var more = letter.issues().size() - 1;
        var request = first.request().text();
        var shown = request.length() <= TITLE_LENGTH ? request : request.substring(0, TITLE_LENGTH) + "…";
        return letter.facts().caseNumber().orElse(letter.id()) + ": "
                + first.decision().label() + ": " + shown + (more == 0 ? "" : " (and " + more + " more)");
    }

    private static List<String> words(LetterHit letter) {
        return letter.issues().stream()
                .flatMap(issue -> Stream.of(
                                List.of(issue.decision().label()),
                                issue.labels().modalities(),
                                issue.labels().regions())
                        .flatMap(List::stream))
                .distinct()
                .toList();
    }

    private static void link(XMLStreamWriter xml, String rel, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    /** Creates an entry ID: a name-based UUID is an IRI that needs no registered authority. */
    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("precedent " + name).getBytes(StandardCharsets.UTF_8));
    }

    // most control characters cannot be represented in XML
    static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
