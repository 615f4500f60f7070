package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.precedent.determination.DeterminationJson;
import org.precedent.determination.Finding;
import org.precedent.json.Json;
import org.precedent.vocabulary.Vocabularies;

/**
 * Letters written for the project, one per folder, with the expected record. {@code -Dgolden=update} rewrites the records; review the
 * diff.
 */
class GoldenTest {
    static final Path FOLDER = Path.of("src/test/resources/determinations");
    private static final boolean UPDATE = "update".equals(System.getProperty("golden"));

    @TestFactory
    Stream<DynamicTest> readsEveryLayout() throws IOException {
        var letters = letters();
        assertTrue(letters.size() >= 10, "found only " + letters);
        return letters.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    static List<Path> letters() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            return folders.filter(f -> Files.exists(f.resolve("letter.txt")))
                    .sorted()
                    .toList();
        }
    }

    private static void check(Path folder) throws IOException {
        var text = Files.readString(folder.resolve("letter.txt"));
        var parsed = new LetterParser(Vocabularies.bundled())
                .parse(new Letter(folder.getFileName() + ".txt", "0".repeat(64), text, false));
        var record = Json.writePretty(json(parsed)) + "\n";
        var golden = folder.resolve("record.json");
        if (UPDATE) {
            Files.writeString(golden, record);
        }
        assertEquals(Files.readString(golden), record);
        Spans.check(text, parsed);
    }

    private static Map<String, Object> json(Parsed parsed) {
        return switch (parsed) {
            case Parsed.Read read -> DeterminationJson.toMap(read.determination());
            case Parsed.Unreadable unreadable ->
                Map.of(
                        "unreadable",
                        unreadable.findings().stream().map(Finding::message).toList());
        };
    }
}
