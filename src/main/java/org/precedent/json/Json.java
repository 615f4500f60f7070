package org.precedent.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes records, maps and lists as JSON. An absent {@link java.util.Optional} is {@code null}; dates and instants
 * are ISO 8601.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // what an earlier version did not write yet is an empty list
            .withConfigOverride(List.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private Json() {}

    /**
     * One line of JSON.
     */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * UTF-8 bytes of one line of JSON.
     */
    public static byte[] writeBytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * Indented JSON for people.
     */
    public static String writePretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws NotJson when the text is not JSON or not of that shape
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new NotJson(e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads what {@link #writeBytes} wrote.
     *
     * @throws NotJson when the bytes are not JSON or not of that shape
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new NotJson(e.getOriginalMessage(), e);
        }
    }

    /**
     * The text is not JSON, or not JSON of the wanted shape.
     */
    public static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotJson(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
