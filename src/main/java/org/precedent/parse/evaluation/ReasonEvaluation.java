package org.precedent.parse.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Evaluates the reasons found in issues against manual labels, by code. A code assigned by only one of two labelers ({@code
 * reasonsPossible}) counts as neither right nor wrong.
 */
public final class ReasonEvaluation {
    private final Map<String, ParserEvaluation.Score> scores = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();

    /**
     * Returns the score of each code, in alphabetical order.
     */
    public Map<String, ParserEvaluation.Score> scores() {
        return new LinkedHashMap<>(scores);
    }

    /**
     * Returns the score over all codes (micro average).
     */
    public ParserEvaluation.Score total() {
        return scores.values().stream()
                .reduce(new ParserEvaluation.Score(0, 0, 0), (a, b) -> a.plus(b.right(), b.expected(), b.found()));
    }

    /**
     * Returns one line per missing or spurious code, the latter with its evidence.
     */
    public List<String> misses() {
        return List.copyOf(misses);
    }

    /**
     * Evaluates one issue; an issue without labeled reasons is skipped.
     */
    void add(String name, Map<?, ?> expected, Map<?, ?> found) {
        if (expected.get("reasons") instanceof Collection<?> labeled) {
            var possible = expected.get("reasonsPossible") instanceof Collection<?> p ? p : List.of();
            var evidence = evidence(found);
            evidence.keySet().removeIf(code -> possible.contains(code) && !labeled.contains(code));
            labeled.forEach(code -> count(String.valueOf(code), evidence.containsKey(code) ? 1 : 0, 1, 0));
            evidence.keySet().forEach(code -> count(code, 0, 0, 1));
            labeled.stream()
                    .filter(code -> !evidence.containsKey(code))
                    .forEach(code -> misses.add(name + ": reason missed: " + code));
            evidence.forEach((code, text) -> {
                if (!labeled.contains(code)) {
                    misses.add(name + ": reason not expected: " + code + ", read from: " + text);
                }
            });
        }
    }

    /**
     * Returns a table of all codes with their scores and number of labels.
     */
    public String report() {
        var report = new StringBuilder();
        if (!scores.isEmpty()) {
            report.append(String.format(
                    Locale.ROOT, "%n%-28s %9s %9s %8s %7s%n", "reason", "precision", "recall", "F1", "labels"));
            scores.forEach((code, score) -> report.append(line(code, score)));
            report.append(line("all", total()));
        }
        return report.toString();
    }

    private static String line(String code, ParserEvaluation.Score s) {
        return String.format(
                Locale.ROOT,
                "%-28s %8.1f%% %8.1f%% %7.1f%% %7d%n",
                code,
                100 * s.precision(),
                100 * s.recall(),
                100 * s.f1(),
                s.expected());
    }

    private void count(String code, int right, int expected, int found) {
        scores.put(
                code,
                scores.getOrDefault(code, new ParserEvaluation.Score(0, 0, 0)).plus(right, expected, found));
    }

    private static Map<String, String> evidence(Map<?, ?> issue) {
        var evidence = new LinkedHashMap<String, String>();
        if (issue.get("reasons") instanceof Collection<?> reasons) {
            for (var reason : reasons) {
                if (reason instanceof Map<?, ?> r) {
                    evidence.put(String.valueOf(r.get("code")), String.valueOf(r.get("text")));
                }
            }
        }
        return evidence;
    }
}
