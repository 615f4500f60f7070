package org.precedent.opensearch.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a JSON response of OpenSearch. Reading a member that does not exist returns an absent value, never null.
 *
 * @param value a map, list, string, number or boolean; null if absent
 */
public record JsonValue(@Nullable Object value) {
    public static final JsonValue ABSENT = new JsonValue(null);

    /** The member at a path of names. */
    public JsonValue at(String... path) {
        var found = this;
        for (var name : path) {
            found = found.value instanceof Map<?, ?> map ? new JsonValue(map.get(name)) : ABSENT;
        }
        return found;
    }

    public boolean isPresent() {
        return value != null;
    }

    /** The elements of an array; empty if absent. */
    public List<JsonValue> list() {
        return value instanceof List<?> list ? list.stream().map(JsonValue::new).toList() : List.of();
    }

    /** The members of an object in their order; empty if absent. */
    public Map<String, JsonValue> members() {
        var members = new LinkedHashMap<String, JsonValue>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), new JsonValue(member)));
        }
        return members;
    }

    /** The value as a whole number; 0 if absent. */
    public long number() {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** The value as a floating-point number; 0 if absent. */
    public double real() {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    /** The value as text; empty if absent. */
    public String text() {
        return value == null ? "" : value.toString();
    }

    public boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }
}
