package org.precedent.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static final String TEXT = "\"x\" \\ \t\n\u0001 caf\u00e9 \ud83d\ude00 </script>";

    private static void assertSame(Object expected, JsonWritable written) {
        var json = Json.write(expected);
        assertEquals(json, Json.write(written));
        assertEquals(json, new String(Json.writeBytes(written), StandardCharsets.UTF_8));
        assertEquals(Json.write(List.of(expected)), Json.write(List.of(written)));
    }

    @Test
    void writesPropertiesLikeAMapWithThem() {
        var map = new LinkedHashMap<String, @Nullable Object>();
        map.put("text", TEXT);
        map.put("absent", null);
        map.put("given", "a");
        map.put("number", 12L);
        map.put("flag", true);
        map.put("names", List.of("a", TEXT));
        map.put("map", Map.of("key", TEXT));
        map.put("pairs", List.of(List.of("a"), List.of()));
        map.put("inner", Map.of("n", 1));
        assertSame(map, out -> {
            out.startObject();
            out.property("text", TEXT);
            out.property("absent", Optional.empty());
            out.property("given", Optional.of("a"));
            out.property("number", 12);
            out.property("flag", true);
            out.property("names", List.of("a", TEXT));
            out.object("map", Map.of("key", TEXT));
            out.array("pairs", List.of(List.of("a"), List.<String>of()), (to, l) -> to.array(l, JsonWriter::string));
            out.object("inner", (JsonWritable) to -> {
                to.startObject();
                to.property("n", 1);
                to.endObject();
            });
            out.endObject();
        });
    }

    @Test
    void appendsTheDigitsOfAnyNumber() {
        long[] numbers = {0, 7, 10, 987_654_321, Long.MAX_VALUE, -1, Long.MIN_VALUE};
        var boxed = Arrays.stream(numbers).boxed().toList();
        assertSame(
                boxed,
                out -> out.array(boxed, (to, n) -> to.start(new JsonText("")).append(n)));
    }

    @Test
    void copiesEncodedTextLongerThanTheBuffer() {
        var text = TEXT.repeat(3_000);
        assertSame(
                Map.of("long", text),
                out -> out.start(new JsonText("{\"long\":"))
                        .append(new JsonText(Json.write(text)))
                        .append(new JsonText("}")));
    }
}
