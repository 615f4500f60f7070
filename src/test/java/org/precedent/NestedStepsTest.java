package org.precedent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A short type that only one file of its own package uses, and that is tested only through that file, must be nested in it.
 */
class NestedStepsTest {
    private static final int SHORT = 60;
    private static final int LONGEST_FILE = 300;

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);

    /** A source file: its number of lines, and the words of its code without comments. */
    private record Source(Path path, long lines, Set<String> words, boolean isCommand) {
        static Source read(Path path) {
            try {
                var text = Files.readString(path);
                var code = COMMENT.matcher(text).replaceAll(" ");
                var words = WORD.matcher(code).results().map(m -> m.group()).collect(Collectors.toSet());
                return new Source(path, text.lines().count(), words, code.contains("@Command("));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String name() {
            return path.getFileName().toString().replace(".java", "");
        }

        boolean isStepOf(Source other) {
            return lines <= SHORT
                    && lines + other.lines <= LONGEST_FILE
                    && path.getParent().equals(other.path.getParent());
        }
    }

    private static List<Source> sources(String root) throws IOException {
        try (var files = Files.walk(Path.of(root))) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("package-info.java"))
                    .map(Source::read)
                    .toList();
        }
    }

    @Test
    void shortTypesOfOneFileAreNestedInIt() throws IOException {
        var main = sources("src/main/java");
        var tested = sources("src/test/java").stream()
                .flatMap(s -> s.words().stream())
                .collect(Collectors.toSet());
        Map<String, Long> uses = new HashMap<>();
        main.forEach(s -> s.words().forEach(w -> uses.merge(w, 1L, Long::sum)));
        var alone = main.stream()
                // mentioned in its own file and in one other
                .filter(s -> uses.getOrDefault(s.name(), 0L) == 2)
                // commands stay separate files, because the main command lists them
                .filter(s -> !s.isCommand() && !tested.contains(s.name()))
                .toList();

        assertTrue(main.size() > 400, "too few sources found: " + main.size());
        assertEquals(List.of(), alone.stream().flatMap(s -> hosts(s, main)).toList());
    }

    private static Stream<String> hosts(Source step, List<Source> main) {
        return main.stream()
                .filter(s -> !s.equals(step) && s.words().contains(step.name()) && step.isStepOf(s))
                .map(s -> "nest " + step.name() + " in " + s.name());
    }
}
