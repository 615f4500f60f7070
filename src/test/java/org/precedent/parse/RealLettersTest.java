package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.precedent.parse.evaluation.ParserEvaluation;

/**
 * Measures the parser on the real letters: every field, from PDF and from text.
 */
class RealLettersTest {
    private static final double MIN_SCORE = 0.995;
    /** Lower thresholds for fields on which human labelers agree less often. */
    private static final Map<String, Double> FLOORS = Map.of("subcategory", 0.99, "items", 0.97);

    @Test
    void readsTheLettersAsPosted() {
        if (RealLetters.areThere()) {
            var evaluation = new ParserEvaluation();
            RealLetters.expected()
                    .forEach((file, letter) ->
                            evaluation.add(file, letter, RealLetters.parsed(RealLetters.FOLDER.resolve(file))));
            check("as posted", evaluation);
        }
    }

    @Test
    void readsTextWithItsHeaderInPairs() {
        readsTexts("layout");
    }

    @Test
    void readsTextWithItsHeaderInColumns() {
        readsTexts("columnar");
    }

    private static void readsTexts(String style) {
        if (RealLetters.areThere()) {
            var expected = RealLetters.expected();
            var evaluation = new ParserEvaluation();
            for (var file : RealLetters.texts(style)) {
                var pdf = "letters/" + file.getFileName().toString().replace(".txt", ".pdf");
                Map<?, ?> letter = expected.getOrDefault(pdf, Map.of());
                evaluation.add(style + "/" + file.getFileName(), letter, RealLetters.parsed(file));
            }
            check(style, evaluation);
        }
    }

    private static void check(String what, ParserEvaluation evaluation) {
        System.out.println(what + ": " + evaluation.report());
        evaluation.scores().forEach((field, score) -> {
            double enough = FLOORS.getOrDefault(field, MIN_SCORE);
            assertTrue(score.precision() >= enough && score.recall() >= enough, what + ": " + field + ": " + score);
        });
    }
}
