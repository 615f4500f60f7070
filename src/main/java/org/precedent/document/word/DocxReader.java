package org.precedent.document.word;

import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.precedent.document.BoundedInput;
import org.precedent.document.Deadline;
import org.precedent.document.Limits;

/**
 * Takes the text of a Word document (.docx): the paragraphs of {@code word/document.xml}, cells of a table's row side by side.
 * Entities and outside references of the XML are not followed.
 */
public final class DocxReader {
    private static final XMLInputFactory XML = factory();

    /** Unicode's paragraph separator. */
    private static final String PARAGRAPH = "\u2029";

    private final Deadline deadline;
    private final StringBuilder text = new StringBuilder();
    private int cells;
    private int unwanted;
    private int paragraphs;
    private int empty;
    private int paragraphStart;

    private DocxReader(Deadline deadline) {
        this.deadline = deadline;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * The text; empty where the archive is no Word document.
     *
     * @throws XMLStreamException when its XML is malformed
     */
    public static Optional<String> read(byte[] bytes, Limits limits) throws IOException, XMLStreamException {
        var deadline = Deadline.in(limits.time());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                deadline.check();
                if (entry.getName().equals("word/document.xml")) {
                    var reader = new DocxReader(deadline);
                    reader.readWithin(new BoundedInput(zip, limits.fileBytes()));
                    return Optional.of(reader.layout());
                }
            }
        }
        return Optional.empty();
    }

    private void readWithin(BoundedInput in) throws IOException, XMLStreamException {
        try {
            read(in);
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException io) {
                throw io;
            }
            throw e;
        }
    }

    private void read(InputStream in) throws IOException, XMLStreamException {
        var xml = XML.createXMLStreamReader(in);
        for (int i = 1; xml.hasNext(); i++) {
            if (i % 1024 == 0) {
                deadline.check();
            }
            switch (xml.next()) {
                case START_ELEMENT -> start(xml);
                case END_ELEMENT -> end(xml.getLocalName());
                default -> {}
            }
        }
    }

    private void start(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "p" -> paragraphStart = text.length();
            case "t" -> words(xml);
            case "tab" -> append("\t");
            case "br", "cr" -> append("page".equals(xml.getAttributeValue(null, "type")) ? "\f" : "\n");
            case "noBreakHyphen" -> append("-");
            case "tc" -> cells++;
            case "Fallback", "pPr", "rPr" -> unwanted++;
            default -> {}
        }
    }

    private void words(XMLStreamReader xml) throws XMLStreamException {
        for (int event = xml.next(); event != END_ELEMENT; event = xml.next()) {
            if (event == CHARACTERS) {
                append(xml.getText());
            } else if (event == START_ELEMENT) {
                throw new XMLStreamException("element <" + xml.getLocalName() + "> within words");
            }
        }
    }

    private void end(String name) {
        switch (name) {
            case "p" -> endParagraph();
            case "tc" -> {
                cells--;
                text.append("  ");
            }
            case "tr" -> text.append('\n');
            case "Fallback", "pPr", "rPr" -> unwanted--;
            default -> {}
        }
    }

    private void endParagraph() {
        if (cells > 0) {
            text.append(' ');
            return;
        }
        paragraphs++;
        empty += text.length() == paragraphStart ? 1 : 0;
        text.append(PARAGRAPH);
    }

    private void append(String words) {
        if (unwanted == 0) {
            text.append(words);
        }
    }

    /**
     * Where writers part paragraphs by empty ones, the lines stand as they are; where they leave that to spacing, an empty
     * line is put after each.
     */
    private String layout() {
        return text.toString().replace(PARAGRAPH, empty * 10 > paragraphs ? "\n" : "\n\n");
    }
}
