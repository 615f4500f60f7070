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
 * The footnotes or endnotes of a Word document, by the id used in the body.
 *
 * @param texts their texts; separators between body and notes are not included
 * @param leftOut number of letters and digits left out because they are hidden
 */
record WordNotes(Map<String, String> texts, int leftOut) {
    /** No notes. */
    static final WordNotes NONE = new WordNotes(Map.of(), 0);

    /**
     * Reads a footnotes or endnotes part.
     *
     * @param text creates a handler for the text of one note
     */
    static WordNotes read(byte[] part, Deadline deadline, Supplier<WordText> text)
            throws XMLStreamException, IOException {
        var reading = new Reading(text);
        WordXml.read(part, deadline, reading);
        return new WordNotes(reading.texts, reading.leftOut);
    }

    /** Returns the text of a note as one line. */
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
