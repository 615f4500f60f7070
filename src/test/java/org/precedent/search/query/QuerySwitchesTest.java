package org.precedent.search.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Switches over a query tree name every kind of node, so that the compiler points at each of them when a kind is added.
 */
class QuerySwitchesTest {
    private static final Pattern SWITCH = Pattern.compile("\\bswitch \\([^{]*\\{");
    private static final Pattern DEFAULT = Pattern.compile("\\bdefault\\b");
    private static final Pattern NODE = Pattern.compile("case (Query\\.)?("
            + kinds(Query.class).map(Class::getSimpleName).collect(Collectors.joining("|")) + ") [a-z]\\w* ->");

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.concat(
                        Stream.of(type),
                        Stream.of(type.getPermittedSubclasses()).flatMap(QuerySwitchesTest::kinds))
                : Stream.of(type);
    }

    @Test
    void haveNoDefault() throws IOException {
        var wrong = new ArrayList<String>();
        int seen = 0;
        for (var file : sources()) {
            var source = Files.readString(file);
            var switches = SWITCH.matcher(source);
            while (switches.find()) {
                var body = body(source, switches.end());
                if (NODE.matcher(body).find()) {
                    seen++;
                    if (DEFAULT.matcher(body).find()) {
                        wrong.add(file + ", character " + switches.start());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(seen > 10, "scanned only " + seen + " switches");
    }

    private static List<Path> sources() throws IOException {
        var files = new ArrayList<Path>();
        for (var root : List.of("src/main/java", "src/test/java", "src/browser/java", "src/jmh/java")) {
            try (var walk = Files.walk(Path.of(root))) {
                walk.filter(f -> f.toString().endsWith(".java")).forEach(files::add);
            }
        }
        return files;
    }

    /** The text up to the brace that closes the one before {@code start}. */
    private static String body(String source, int start) {
        int depth = 1;
        int end = start;
        while (depth > 0) {
            char c = source.charAt(end);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            end++;
        }
        return source.substring(start, end);
    }
}
