package org.precedent.parse.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Decision;
import org.precedent.parse.reason.ReasonReader;
import org.precedent.vocabulary.ReasonCues;

/**
 * The grounds of rationales that were written and labelled before the cues were tried on them. Cues were mended by the even rows alone,
 * so the odd rows say more about letters not seen yet; of the last 40 both halves were looked at, the odd one after it was measured.
 */
class WrittenReasonsTest {
    private static final Path FILE = Path.of("src/test/resources/parse/written-reasons.tsv");
    private static final double ENOUGH = 0.83;

    private final ReasonReader reader = new ReasonReader(ReasonCues.bundled());

    @Test
    void theGroundsOfWrittenRationalesAreRecognised() {
        for (int half = 0; half < 2; half++) {
            var evaluation = new ReasonEvaluation();
            var rows = rows();
            for (int i = half; i < rows.size(); i += 2) {
                var row = rows.get(i);
                evaluation.add(
                        "row " + i + ", " + row.get(1),
                        Map.of("reasons", List.of(row.get(2).split(";", -1))),
                        Map.of("reasons", found(row)));
            }
            assertTrue(evaluation.total().f1() >= ENOUGH, evaluation.total() + "\n" + evaluation.misses());
        }
    }

    @Test
    void everyGroundIsAmongThem() {
        assertEquals(
                18,
                rows().stream()
                        .flatMap(row -> List.of(row.get(2).split(";", -1)).stream())
                        .distinct()
                        .count());
    }

    private List<Map<String, String>> found(List<String> row) {
        var decision = row.get(0).equals(Decision.UPHELD.label()) ? Decision.UPHELD : Decision.OVERTURNED;
        return reader.read(row.get(3), row.get(1), decision).stream()
                .map(mention -> Map.of(
                        "code", mention.reason().id(), "text", row.get(3).substring(mention.start(), mention.end())))
                .toList();
    }

    private static List<List<String>> rows() {
        try {
            return Files.readAllLines(FILE).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
