package org.precedent.ingest;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a {@code .jsonl} file: a letter's text, or the record of a letter that was read before, as the product exports it.
 *
 * @param id what to call the letter where it has no case number
 * @param source the file the text was taken from
 * @param sha256 digest of that file, lower-case hexadecimal; empty where the text itself is the source
 * @param scanned the text was recognised from images
 * @param text the letter
 */
record LetterRecord(
        Optional<String> id, Optional<String> source, Optional<String> sha256, boolean scanned, String text) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

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
                id(object),
                string(object, "source"),
                digest(object),
                Boolean.TRUE.equals(object.get("scanned")),
                string(object, "text").orElseThrow(() -> new IllegalArgumentException("no \"text\"")));
    }

    /** Numbers are ids too; a blank one is none. */
    private static Optional<String> id(Map<?, ?> object) {
        return object.get("id") instanceof Number number
                ? Optional.of(number.toString())
                : string(object, "id").map(String::strip).filter(id -> !id.isEmpty());
    }

    private static Optional<String> digest(Map<?, ?> object) {
        var digest = string(object, "sha256");
        if (digest.filter(d -> !DIGEST.matcher(d).matches()).isPresent()) {
            throw new IllegalArgumentException("\"sha256\" is no digest");
        }
        return digest;
    }

    private static Optional<String> string(Map<?, ?> object, String key) {
        var value = object.get(key);
        if (value != null && !(value instanceof String)) {
            throw new IllegalArgumentException("\"" + key + "\" is no string");
        }
        return Optional.ofNullable((String) value);
    }

    /**
     * The name of the file a letter was read from before; else the letter's name within the file of records.
     *
     * @param line name of the line, {@code letters.jsonl!/line 3}
     */
    String name(String line) {
        if (sha256.isPresent() && source.isPresent()) {
            return source.get();
        }
        var file = line.substring(0, line.lastIndexOf('/') + 1);
        return id.or(() -> source).map(name -> file + name).orElse(line);
    }
}
