package org.precedent.document.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.precedent.document.Deadline;

/**
 * Reads the XML of a Word document as a stream. Entities and external references are not followed.
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
     * Takes what a part holds, in order.
     */
    interface Handler {
        /** The start of an element. */
        void start(Element element) throws XMLStreamException;

        /** The end of an element. */
        default void end(String name) throws XMLStreamException {}

        /** Characters. */
        default void characters(String characters) {}
    }

    /**
     * An element at its start.
     *
     * @param name without prefix
     * @param attributes its attributes, at this moment only
     */
    record Element(String name, XMLStreamReader attributes) {
        boolean is(String other) {
            return name.equals(other);
        }

        /** An attribute's value, whatever its prefix; empty where there is none. */
        String value(String attribute) {
            for (int i = 0; i < attributes.getAttributeCount(); i++) {
                if (attributes.getAttributeLocalName(i).equals(attribute)) {
                    return attributes.getAttributeValue(i);
                }
            }
            return "";
        }

        /** The number of {@code w:val}; empty value or no number count as {@code other}. */
        int number(String attribute, int other) {
            try {
                return Integer.parseInt(value(attribute).strip());
            } catch (NumberFormatException e) {
                return other;
            }
        }

        /** Whether a switch, such as {@code <w:vanish/>}, is on. */
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
