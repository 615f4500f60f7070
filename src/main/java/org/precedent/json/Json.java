package org.precedent.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads and writes records, maps and lists as JSON, and writes values that {@linkplain JsonWritable write themselves}. An absent
 * {@link java.util.Optional} is {@code null}; dates and instants are ISO 8601.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // lists that earlier versions did not write are read as empty
            .withConfigOverride(List.class, o -> o.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addModule(new SimpleModule().addSerializer(JsonWritable.class, new WritableSerializer()))
            .build();

    private Json() {}

    private static final class WritableSerializer extends ValueSerializer<JsonWritable> {
        @Override
        public void serialize(JsonWritable value, JsonGenerator out, SerializationContext context) {
            value.write(new JsonWriter(out));
        }
    }

    /**
     * Writes a value as JSON on one line.
     */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Writes a value as UTF-8 JSON on one line.
     */
    public static byte[] writeBytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /**
     * Writes a value as indented JSON.
     */
    public static String writePretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /**
     * Reads a value written by {@link #write}.
     *
     * @throws NotJson if the text is not JSON or does not match the type
     */
    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new NotJson(e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a value written by {@link #writeBytes}.
     *
     * @throws NotJson if the bytes are not JSON or do not match the type
     */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new NotJson(e.getOriginalMessage(), e);
        }
    }

    /**
     * Thrown when a text is not JSON or does not match the expected type.
     */
    public static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotJson(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
