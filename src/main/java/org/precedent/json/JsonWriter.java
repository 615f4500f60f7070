package org.precedent.json;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes one JSON value piece by piece. Obtained by implementing {@link JsonWritable}.
 */
public final class JsonWriter {
    /** Digits of the longest number, with its sign. */
    private static final int MAX_DIGITS = 20;

    private final JsonGenerator out;
    private final char[] digits = new char[MAX_DIGITS];

    JsonWriter(JsonGenerator out) {
        this.out = out;
    }

    public void startObject() {
        out.writeStartObject();
    }

    public void endObject() {
        out.writeEndObject();
    }

    /** Writes the name of a property, whose value has to follow. */
    public void name(String name) {
        out.writeName(name);
    }

    /** Writes a property whose value is a string, or {@code null}. */
    public void property(String name, @Nullable String value) {
        out.writeStringProperty(name, value);
    }

    /** Writes a property whose value is a string, or {@code null} if it is absent. */
    public void property(String name, Optional<String> value) {
        property(name, value.orElse(null));
    }

    public void property(String name, long value) {
        out.writeNumberProperty(name, value);
    }

    public void property(String name, boolean value) {
        out.writeBooleanProperty(name, value);
    }

    /** Writes a property whose value is an array of strings. */
    public void property(String name, List<String> values) {
        array(name, values, JsonWriter::string);
    }

    /** Writes a property whose value is a map, a list, a record or a {@link JsonWritable}. */
    public void object(String name, Object value) {
        name(name);
        if (value instanceof JsonWritable writable) {
            writable.write(this);
        } else {
            out.writePOJO(value);
        }
    }

    /** Writes a property whose value is an array, each of its elements by the given function. */
    public <T> void array(String name, List<T> values, BiConsumer<JsonWriter, T> element) {
        name(name);
        array(values, element);
    }

    /** Writes an array, each of its elements by the given function. */
    public <T> void array(List<T> values, BiConsumer<JsonWriter, T> element) {
        out.writeStartArray();
        for (var value : values) {
            element.accept(this, value);
        }
        out.writeEndArray();
    }

    /** Writes a string as a value. */
    public void string(String value) {
        out.writeString(value);
    }

    /**
     * Starts a value that consists of encoded text and numbers: this text, then whatever is appended. The caller ensures that it is valid
     * JSON as a whole.
     */
    public JsonWriter start(JsonText text) {
        out.writeRawValue(text.encoded());
        return this;
    }

    /** Appends text to a value that {@link #start} began. */
    public JsonWriter append(JsonText text) {
        out.writeRaw(text.encoded());
        return this;
    }

    /** Appends the digits of a number to a value that {@link #start} began. */
    public JsonWriter append(long number) {
        if (number < 0) {
            out.writeRaw(Long.toString(number));
            return this;
        }
        int at = MAX_DIGITS;
        long rest = number;
        do {
            digits[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        out.writeRaw(digits, at, MAX_DIGITS - at);
        return this;
    }
}
