package org.precedent.ingest;

import java.util.Map;
import java.util.Optional;

/**
 * A line of a {@code .jsonl} file.
 *
 * @param id what to call the letter where it bears no case number
 * @param source the file the text was taken from
 * @param text the letter
 */
record LetterRecord(Optional<String> id, Optional<String> source, String text) {
    /**
     * The record a JSON value describes; keys it does not know are passed over.
     *
     * @throws IllegalArgumentException when it is no object with a {@code text}
     */
    static LetterRecord of(Object json) {
        if (!(json instanceof Map<?, ?> object)) {
            throw new IllegalArgumentException("no JSON object");
        }
        return new LetterRecord(
                string(object, "id"),
                string(object, "source"),
                string(object, "text").orElseThrow(() -> new IllegalArgumentException("no \"text\"")));
    }

    private static Optional<String> string(Map<?, ?> object, String key) {
        var value = object.get(key);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("\"" + key + "\" is no string");
        }
        return Optional.ofNullable((String) value);
    }

    /**
     * The letter's name within the file of records: its own id first, for from the name's stem comes the id of a letter
     * without case number.
     *
     * @param line name of the line, {@code letters.jsonl!/line 3}
     */
    String name(String line) {
        var file = line.substring(0, line.lastIndexOf('/') + 1);
        return id.map(i -> file + (i.contains(".") ? i + ".txt" : i))
                .or(() -> source.map(s -> file + s))
                .orElse(line);
    }
}
