package org.precedent.parse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.precedent.parse.evaluation.ParserEvaluation;

/**
 * The measure of the reasons: every code over the rationales of the real letters.
 */
class RealReasonsTest {
    /** What two careful readers agree on is 0.95; the aim on letters never seen is 0.85. */
    private static final double ENOUGH = 0.85;

    @Test
    void recognisesTheGroundsPeopleSeeInTheRationale() {
        if (RealLetters.areThere()) {
            var evaluation = new ParserEvaluation();
            RealLetters.expected()
                    .forEach((file, letter) ->
                            evaluation.add(file, letter, RealLetters.parsed(RealLetters.FOLDER.resolve(file))));
            var reasons = evaluation.reasons();
            System.out.println(reasons.report());
            reasons.misses().forEach(System.out::println);
            assertTrue(reasons.total().expected() > 300, "labels: " + reasons.total());
            assertTrue(reasons.total().f1() >= ENOUGH, "micro F1: " + reasons.total());
        }
    }
}
