package org.precedent.web.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.precedent.search.LetterHit;
import org.precedent.web.WrittenLetters;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class AtomFeedTest {
    private static final AbsoluteUrls HERE = new AbsoluteUrls("http://h:1");

    @Test
    void isValidWithEntriesAndWithout() throws Exception {
        validate(feed(WrittenLetters.hit("CM14-0012345", "X-ray"), WrittenLetters.hit("CM14-0012346", "MRI")));
        validate(feed());
    }

    @Test
    void staysValidWhateverLettersAndNamesSay() throws Exception {
        var nasty = "<script>alert(1)</script> & ]]> \"' \u0000\u0008\uFFFE\uD800 \uD83E\uDE7B";
        var xml = new AtomFeed(
                        nasty,
                        "/search.atom?q=a&b=%3C",
                        "/search?q=a&b=%3C",
                        Optional.of("/n"),
                        WrittenLetters.SEEN,
                        List.of(WrittenLetters.hit("CM 1/..?<&", nasty)))
                .xml(HERE);
        validate(xml);
        var title = parsed(xml).getElementsByTagName("title").item(0).getTextContent();
        assertEquals("<script>alert(1)</script> & ]]> \"'  \uD83E\uDE7B", title);
    }

    @Test
    void entriesKeepTheirIdUnderAnyHostAndHaveAnUpdateTime() throws Exception {
        var here = parsed(feed(WrittenLetters.hit("CM14-0012345", "X-ray")));
        var there = parsed(new AtomFeed(
                        "t",
                        "/search.atom",
                        "/search",
                        Optional.empty(),
                        WrittenLetters.SEEN,
                        List.of(WrittenLetters.hit("CM14-0012345", "another request")))
                .xml(new AbsoluteUrls("https://elsewhere")));
        assertEquals(text(here, "id", 1), text(there, "id", 1));
        assertNotEquals(text(here, "id", 0), text(here, "id", 1));
        assertEquals("2024-05-01T10:01:00Z", text(here, "updated", 1));
        assertEquals("2024-05-01T10:00:00Z", text(here, "published", 0));
    }

    @Test
    void linksLeadToTheLetterOnThisHost() {
        var xml = feed(WrittenLetters.hit("CM14-0012345", "X-ray"));
        assertTrue(xml.contains("href=\"http://h:1/determinations/CM14-0012345\""), xml);
    }

    private static String feed(LetterHit... letters) {
        return new AtomFeed(
                        "Determinations", "/search.atom", "/search", Optional.empty(), Instant.EPOCH, List.of(letters))
                .xml(HERE);
    }

    private static void validate(String xml) throws Exception {
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new File("src/test/resources/atom/feed.xsd"));
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    private static Document parsed(String xml) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String text(Document document, String name, int index) {
        return document.getElementsByTagName(name).item(index).getTextContent();
    }
}
