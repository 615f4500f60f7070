package org.precedent.document.word;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.precedent.document.Deadline;

/**
 * The styles of a Word document that hide text or number paragraphs automatically (ECMA-376 part 1, 17.7).
 */
final class WordStyles {
    /** Maximum length of a chain of styles based on one another, which also ends cycles. */
    private static final int MAX_DEPTH = 20;

    private final Map<String, Style> styles = new HashMap<>();

    /** One style; fields are null if inherited from the style it is based on. */
    private static final class Style {
        private String basedOn = "";
        private Optional<Boolean> hidden = Optional.empty();
        private Optional<Integer> list = Optional.empty();
        private Optional<Integer> level = Optional.empty();
    }

    static WordStyles read(Optional<byte[]> part, Deadline deadline) throws XMLStreamException, IOException {
        var styles = new WordStyles();
        if (part.isPresent()) {
            var current = new Style[] {new Style()};
            WordXml.read(part.get(), deadline, element -> {
                switch (element.name()) {
                    case "style" -> {
                        current[0] = new Style();
                        styles.styles.put(element.value("styleId"), current[0]);
                    }
                    case "basedOn" -> current[0].basedOn = element.value("val");
                    case "vanish" -> current[0].hidden = Optional.of(element.isOn());
                    case "numId" -> current[0].list = Optional.of(element.number("val", 0));
                    case "ilvl" -> current[0].level = Optional.of(element.number("val", 0));
                    default -> {}
                }
            });
        }
        return styles;
    }

    /** Whether a style hides text. */
    boolean hides(String style) {
        return find(style, s -> s.hidden).orElse(false);
    }

    /** Returns the list that numbers paragraphs of a style. */
    Optional<Integer> list(String style) {
        return find(style, s -> s.list);
    }

    /** Returns the level within that list. */
    int level(String style) {
        return find(style, s -> s.level).orElse(0);
    }

    private interface Property<T> {
        Optional<T> get(Style style);
    }

    private <T> Optional<T> find(String name, Property<T> property) {
        var style = styles.get(name);
        for (int i = 0; i < MAX_DEPTH && style != null; i++) {
            var value = property.get(style);
            if (value.isPresent()) {
                return value;
            }
            style = styles.get(style.basedOn);
        }
        return Optional.empty();
    }
}
