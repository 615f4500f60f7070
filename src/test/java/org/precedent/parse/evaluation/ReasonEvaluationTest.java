package org.precedent.parse.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReasonEvaluationTest {
    private final ReasonEvaluation evaluation = new ReasonEvaluation();

    @Test
    void countsWhatWasMissedAndWhatWasMadeUp() {
        evaluation.add("issue 1", labeled(List.of("risk", "unrelated"), List.of()), found("risk", "findings-absent"));
        assertEquals(1, evaluation.total().right());
        assertEquals(0.5, evaluation.total().precision());
        assertEquals(0.5, evaluation.total().recall());
        assertEquals(0.5, evaluation.total().f1());
        assertEquals(
                List.of(
                        "issue 1: reason missed: unrelated",
                        "issue 1: reason not expected: findings-absent, read from: Because of findings-absent."),
                evaluation.misses());
    }

    @Test
    void aPossibleReasonIsNeitherRightNorWrong() {
        evaluation.add("issue 1", labeled(List.of("risk"), List.of("unrelated")), found("risk", "unrelated"));
        evaluation.add("issue 2", labeled(List.of("risk"), List.of("unrelated")), found("risk"));
        assertEquals(Set.of("risk"), evaluation.scores().keySet());
        assertEquals(1, evaluation.total().f1());
        assertEquals(List.of(), evaluation.misses());
    }

    @Test
    void anIssueWithoutLabelsIsPassedOver() {
        evaluation.add("issue 1", Map.of("request", "MRI"), found("risk"));
        assertEquals(0, evaluation.total().found());
        assertEquals("", evaluation.report());
    }

    @Test
    void theReportHasALinePerReasonAndOneForAll() {
        evaluation.add("issue 1", labeled(List.of("risk"), List.of()), found("risk"));
        var lines = evaluation.report().lines().filter(line -> !line.isBlank()).toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(1).matches("risk +100\\.0% +100\\.0% +100\\.0% +1"), lines.get(1));
        assertTrue(lines.get(2).startsWith("all "), lines.get(2));
    }

    private static Map<String, Object> labeled(List<String> reasons, List<String> possible) {
        return Map.of("reasons", reasons, "reasonsPossible", possible);
    }

    private static Map<String, Object> found(String... codes) {
        return Map.of(
                "reasons",
                List.of(codes).stream()
                        .map(code -> Map.of("code", code, "text", "Because of " + code + "."))
                        .toList());
    }
}
