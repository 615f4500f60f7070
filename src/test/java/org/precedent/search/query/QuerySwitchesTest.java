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
 * Switches over query trees list every node type and have no default, so that the compiler flags each of them when a type is added.
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

    /** The text from {@code start}, just after an opening brace, to the matching closing brace. */
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
