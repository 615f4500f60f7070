package org.precedent.parse.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.precedent.determination.Decision;
import org.precedent.vocabulary.ReasonCues;
import org.precedent.vocabulary.Vocabularies;

/**
 * Rationales in typical wording with the reasons expected for each; every reason is covered.
 */
class ReasonPhrasesTest {
    private static final Path FILE = Path.of("src/test/resources/parse/reasons.tsv");
    private static final ReasonReader READER = new ReasonReader(ReasonCues.bundled());

    private record Row(Decision decision, String request, TreeSet<String> reasons, String rationale) {
        static Row of(String line) {
            var cells = line.split("\t", -1);
            var reasons = Arrays.stream(cells[2].split(",", -1))
                    .filter(s -> !s.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Row(Decision.valueOf(cells[0].toUpperCase(Locale.ROOT)), cells[1], reasons, cells[3]);
        }
    }

    @TestFactory
    Stream<DynamicTest> readsTheReasons() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.rationale,
                        () -> assertEquals(
                                row.reasons,
                                READER.read(row.rationale, row.request, row.decision).stream()
                                        .map(m -> m.reason().id())
                                        .collect(Collectors.toCollection(TreeSet::new)))));
    }

    @Test
    void everyReasonOccursAndHasCues() throws IOException {
        var met = rows().stream().flatMap(row -> row.reasons.stream()).collect(Collectors.toSet());
        var cued =
                ReasonCues.bundled().cues().stream().map(c -> c.reason().id()).collect(Collectors.toSet());
        for (var reason : Vocabularies.bundled().reason().terms()) {
            assertTrue(met.contains(reason.id()), reason.id() + ": no row of " + FILE);
            assertTrue(cued.contains(reason.id()), reason.id() + ": no cue");
        }
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Row::of)
                .toList();
    }
}
