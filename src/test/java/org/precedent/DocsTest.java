package org.precedent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.precedent.cli.Cli;

/**
 * Checks that the classes, files, and links named in the documentation exist.
 */
class DocsTest {
    private static final Path ARCHITECTURE = Path.of("src/site/markdown/architecture.md");
    private static final Pattern CLASS_NAME = Pattern.compile("`([A-Z][a-z]+(?:[A-Z][A-Za-z]*)?)`");
    private static final Pattern FILE_NAME = Pattern.compile("`((?:src|templates|static|\\.ci|\\.github)/[^` ]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(((?!http)[^)#]+)");
    /** Names in backticks that are not classes of this project. */
    private static final Set<String> OTHERS = Set.of("Allow", "Host", "Optional", "Overturned", "Upheld");

    @Test
    void everyClassNamedInADocumentExists() throws IOException {
        var known = sources();
        var missing = new TreeSet<String>();
        int seen = 0;
        for (var document : documents()) {
            var names = CLASS_NAME.matcher(Files.readString(document));
            while (names.find()) {
                seen++;
                if (!known.contains(names.group(1)) && !OTHERS.contains(names.group(1))) {
                    missing.add(document.getFileName() + ": " + names.group(1));
                }
            }
        }
        assertTrue(seen > 50, "found only " + seen + " class names");
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyFileNamedInADocumentExists() throws IOException {
        var missing = new TreeSet<String>();
        int seen = 0;
        for (var document : documents()) {
            var names = FILE_NAME.matcher(Files.readString(document));
            while (names.find()) {
                seen++;
                var path = Path.of(names.group(1));
                if (!names.group(1).contains("*") && !Files.exists(path)) {
                    missing.add(document.getFileName() + ": " + path);
                }
            }
        }
        assertTrue(seen > 5, "found only " + seen + " file names");
        assertEquals(Set.of(), missing);
    }

    @Test
    void linksBetweenDocumentsResolve() throws IOException {
        for (var document : documents()) {
            var links = LINK.matcher(Files.readString(document));
            while (links.find()) {
                var base = document.getParent() == null ? Path.of("") : document.getParent();
                assertTrue(Files.exists(base.resolve(links.group(1))), document + " links to " + links.group(1));
            }
        }
    }

    @Test
    void thePackageTableNamesEveryPackage() throws IOException {
        var text = Files.readString(ARCHITECTURE);
        try (var packages = Files.list(Path.of("src/main/java/org/precedent"))) {
            var absent = packages.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .filter(p -> !text.contains("| `" + p + "` |"))
                    .collect(Collectors.toSet());
            assertEquals(Set.of(), absent);
        }
    }

    @Test
    void everySettingOfTheServerIsDocumented() throws IOException {
        var text = Files.readString(Path.of("src/site/markdown/deployment.md"))
                + Files.readString(Path.of("src/site/markdown/operations.md"))
                + Files.readString(Path.of("README.md"));
        var settings = Cli.run("settings").out();
        var absent = settings.lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .filter(name -> !text.contains("--" + name))
                .collect(Collectors.toSet());
        assertTrue(settings.lines().count() > 10, settings);
        assertEquals(Set.of(), absent);
    }

    @Test
    void everyFigureOfTheServerIsDocumented() throws IOException {
        var text = Files.readString(Path.of("src/site/markdown/deployment.md"));
        var named = Pattern.compile("\"(precedent_[a-z_]+)\"");
        int seen = 0;
        for (var folder : List.of("web", "cli")) {
            try (var files = Files.walk(Path.of("src/main/java/org/precedent", folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var names = named.matcher(Files.readString(file));
                    while (names.find()) {
                        seen++;
                        var cookie = names.group(1).matches("precedent_(owner|session)");
                        assertTrue(cookie || text.contains(names.group(1)), names.group(1));
                    }
                }
            }
        }
        assertTrue(seen > 15, seen + " figures");
    }

    private static Set<String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            var names = files.map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".java"))
                    .map(n -> n.substring(0, n.length() - ".java".length()))
                    .collect(Collectors.toSet());
            assertFalse(names.isEmpty());
            return names;
        }
    }

    private static Iterable<Path> documents() throws IOException {
        try (var files = Files.list(Path.of("src/site/markdown"))) {
            var documents = new TreeSet<>(
                    files.filter(p -> p.toString().endsWith(".md")).toList());
            documents.add(Path.of("README.md"));
            documents.add(Path.of(".github/CONTRIBUTING.md"));
            return documents;
        }
    }
}
