package org.precedent.document.word;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.precedent.document.Deadline;

/**
 * The footnotes or endnotes of a Word document by the id that the body refers to.
 *
 * @param texts their texts; separators between body and notes are none
 * @param leftOut letters and digits of them that no reader sees
 */
record WordNotes(Map<String, String> texts, int leftOut) {
    /** A document without notes. */
    static final WordNotes NONE = new WordNotes(Map.of(), 0);

    /**
     * Reads a part of notes.
     *
     * @param text makes a handler for the text of one note
     */
    static WordNotes read(byte[] part, Deadline deadline, Supplier<WordText> text)
            throws XMLStreamException, IOException {
        var reading = new Reading(text);
        WordXml.read(part, deadline, reading);
        return new WordNotes(reading.texts, reading.leftOut);
    }

    /** The text of a note in one line. */
    Optional<String> text(String id) {
        return Optional.ofNullable(texts.get(id));
    }

    private static final class Reading implements WordXml.Handler {
        private final Supplier<WordText> make;
        private final Map<String, String> texts = new HashMap<>();
        private int leftOut;
        private String id = "";
        private @Nullable WordText note;

        Reading(Supplier<WordText> make) {
            this.make = make;
        }

        @Override
        public void start(WordXml.Element element) {
            if (element.is("footnote") || element.is("endnote")) {
                id = element.value("id");
                note = element.value("type").isEmpty() || element.value("type").equals("normal") ? make.get() : null;
            } else if (note != null) {
                note.start(element);
            }
        }

        @Override
        public void characters(String characters) {
            if (note != null) {
                note.characters(characters);
            }
        }

        @Override
        public void end(String name) {
            if (note == null) {
                return;
            }
            if (name.equals("footnote") || name.equals("endnote")) {
                texts.put(id, note.layout().replaceAll("\\s+", " ").strip());
                leftOut += note.omittedCharacters();
                note = null;
            } else {
                note.end(name);
            }
        }
    }
}
