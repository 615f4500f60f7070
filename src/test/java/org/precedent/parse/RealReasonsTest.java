package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.precedent.parse.evaluation.ParserEvaluation;

/**
 * Measures reason codes on the rationales of the real letters.
 */
class RealReasonsTest {
    /**
     * Two careful labelers agree on 0.95. The cues were written with these letters at hand, so this guards against regressions but does
     * not predict accuracy on new letters.
     */
    private static final double MIN_SCORE = 0.93;

    @Test
    void recognizesTheGroundsPeopleSeeInTheRationale() {
        if (RealLetters.areThere()) {
            var evaluation = new ParserEvaluation();
            RealLetters.expected()
                    .forEach((file, letter) ->
                            evaluation.add(file, letter, RealLetters.parsed(RealLetters.FOLDER.resolve(file))));
            var reasons = evaluation.reasons();
            System.out.println(reasons.report());
            reasons.misses().forEach(System.out::println);
            assertTrue(reasons.total().expected() > 300, "labels: " + reasons.total());
            assertTrue(reasons.total().f1() >= MIN_SCORE, "micro F1: " + reasons.total());
        }
    }
}
