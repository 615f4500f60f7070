package org.precedent.document.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.precedent.document.Deadline;

/**
 * Reads the XML of a Word document as a stream. Entities and external references are not resolved.
 */
final class WordXml {
    private static final XMLInputFactory XML = factory();

    private WordXml() {}

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /**
     * Receives the content of a part in document order.
     */
    interface Handler {
        /** Called at the start of an element. */
        void start(Element element) throws XMLStreamException;

        /** Called at the end of an element. */
        default void end(String name) throws XMLStreamException {}

        /** Called for character data. */
        default void characters(String characters) {}
    }

    /**
     * The start of an element.
     *
     * @param name local name, without prefix
     * @param attributes its attributes, valid only during the call
     */
    record Element(String name, XMLStreamReader attributes) {
        boolean is(String other) {
            return name.equals(other);
        }

        /** Returns the value of an attribute, ignoring its prefix; empty if absent. */
        String value(String attribute) {
            for (int i = 0; i < attributes.getAttributeCount(); i++) {
                if (attributes.getAttributeLocalName(i).equals(attribute)) {
                    return attributes.getAttributeValue(i);
                }
            }
            return "";
        }

        /** Returns an integer attribute; {@code other} if it is missing or not a number. */
        int number(String attribute, int other) {
            try {
                return Integer.parseInt(value(attribute).strip());
            } catch (NumberFormatException e) {
                return other;
            }
        }

        /** Whether a toggle property such as {@code <w:vanish/>} is on. */
        boolean isOn() {
            var value = value("val");
            return !value.equals("0") && !value.equals("false") && !value.equals("off");
        }
    }

    static void read(byte[] part, Deadline deadline, Handler handler) throws XMLStreamException, IOException {
        var xml = XML.createXMLStreamReader(new ByteArrayInputStream(part));
        for (int i = 1; xml.hasNext(); i++) {
            if (i % 1024 == 0) {
                deadline.check();
            }
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> handler.start(new Element(xml.getLocalName(), xml));
                case XMLStreamConstants.END_ELEMENT -> handler.end(xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> handler.characters(xml.getText());
                default -> {}
            }
        }
    }
}
