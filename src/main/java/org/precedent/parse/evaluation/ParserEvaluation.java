package org.precedent.parse.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.precedent.determination.DeterminationJson;
import org.precedent.parse.Parsed;

/**
 * Evaluates parsed determinations against manual labels, field by field. In a list field, each element counts; a missing value lowers
 * recall, a spurious one lowers precision.
 *
 * <p>Expected determinations are the JSON objects of an {@code expected.jsonl} file. Rationales are compared with a tolerance, because text
 * extractors treat hyphens at line ends differently.
 */
public final class ParserEvaluation {
    private static final String UNDECIDED = "?";

    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final List<String> misses = new ArrayList<>();
    private final ReasonEvaluation reasons = new ReasonEvaluation();
    private int letters;

    /**
     * Accuracy of one field.
     *
     * @param right number of values both expected and found
     * @param expected number of values expected
     * @param found number of values found
     */
    public record Score(int right, int expected, int found) {
        /** Share of found values that were expected, from 0 to 1; 1 if none were found. */
        public double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        /** Share of expected values that were found, from 0 to 1; 1 if none were expected. */
        public double recall() {
            return expected == 0 ? 1 : (double) right / expected;
        }

        /** Harmonic mean of precision and recall, from 0 to 1. */
        public double f1() {
            return expected + found == 0 ? 1 : 2.0 * right / (expected + found);
        }

        Score plus(int right, int expected, int found) {
            return new Score(this.right + right, this.expected + expected, this.found + found);
        }
    }

    /**
     * Evaluates one determination.
     *
     * @param name its name in the list of misses
     * @param expected the expected determination, as read from JSON
     * @param parsed the result of parsing it
     */
    public void add(String name, Map<?, ?> expected, Parsed parsed) {
        letters++;
        Map<String, Object> found = switch (parsed) {
            case Parsed.Read read -> DeterminationJson.toMap(read.determination());
            case Parsed.Unreadable unreadable -> Map.of();
        };
        letter(name, expected, found);
    }

    /**
     * Returns the score of each field, in the order of a determination.
     */
    public Map<String, Score> scores() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /**
     * Returns one line per missing or spurious value.
     */
    public List<String> misses() {
        return List.copyOf(misses);
    }

    /**
     * Returns the evaluation of reasons, which are scored by code.
     */
    public ReasonEvaluation reasons() {
        return reasons;
    }

    /**
     * Returns a report: a table of all fields, a table of the reasons, then all misses.
     */
    public String report() {
        var report = new StringBuilder(String.format(
                Locale.ROOT, "%d letters%n%-20s %9s %9s %7s%n", letters, "field", "precision", "recall", "values"));
        scores.forEach((field, s) -> report.append(String.format(
                Locale.ROOT, "%-20s %8.2f%% %8.2f%% %7d%n", field, 100 * s.precision(), 100 * s.recall(), s.expected)));
        report.append(reasons.report());
        misses.forEach(m -> report.append(m).append(System.lineSeparator()));
        reasons.misses().forEach(m -> report.append(m).append(System.lineSeparator()));
        return report.toString();
    }

    private void letter(String name, Map<?, ?> expected, Map<?, ?> found) {
        one(name, "case", expected.get("case"), found.get("case"));
        for (var date : List.of("assigned", "injury", "decided", "utilizationReview", "received")) {
            one(name, "dates." + date, within(expected, "dates", date), within(found, "dates", date));
        }
        one(name, "priority", expected.get("priority"), found.get("priority"));
        countValues(name, "licensure", list(expected, "licensure"), list(found, "licensure"));
        one(name, "specialties", list(expected, "specialties"), list(found, "specialties"));
        var expectedValues = list(expected, "issues");
        var got = list(found, "issues");
        count(
                name,
                "issues",
                Math.min(expectedValues.size(), got.size()),
                expectedValues.size(),
                got.size(),
                expectedValues.size() + " / " + got.size());
        for (int i = 0; i < expectedValues.size(); i++) {
            issue(
                    name + " issue " + (i + 1),
                    (Map<?, ?>) expectedValues.get(i),
                    i < got.size() ? (Map<?, ?>) got.get(i) : Map.of());
        }
    }

    private void issue(String name, Map<?, ?> expected, Map<?, ?> found) {
        for (var field : List.of("request", "decision")) {
            one(name, field, folded(expected.get(field)), folded(found.get(field)));
        }
        for (var field : List.of("modality", "region")) {
            countValues(name, field, list(expected, field), list(found, field));
        }
        for (var field : List.of("laterality", "treatment")) {
            one(name, field, expected.get(field), found.get(field));
        }
        disputed(name, expected, found);
        reasons.add(name, expected, found);
        countValues(name, "guidelines", guidelines(expected), guidelines(found));
        pages(name, expected, found);
        if (expected.get("rationale") instanceof Map<?, ?> bounds) {
            rationale(name, bounds, folded(found.get("rationale")));
        }
    }

    /** Compares fields that not every set of labels contains; a field on which the labelers disagreed is labeled "?" and skipped. */
    private void disputed(String name, Map<?, ?> expected, Map<?, ?> found) {
        if (expected.containsKey("subcategory") && !UNDECIDED.equals(expected.get("subcategory"))) {
            one(name, "subcategory", expected.get("subcategory"), found.get("subcategory"));
        }
        if (expected.containsKey("items") && !list(expected, "items").contains(UNDECIDED)) {
            countValues(name, "items", ingredients(expected), ingredients(found));
        }
    }

    /** Returns the items with the ingredients of combinations sorted, because their order has no meaning. */
    private static List<?> ingredients(Map<?, ?> issue) {
        return list(issue, "items").stream()
                .map(item -> Stream.of(item.toString().split("/", -1)).sorted().collect(Collectors.joining("/")))
                .toList();
    }

    private void pages(String name, Map<?, ?> expected, Map<?, ?> found) {
        for (var guideline : list(expected, "guidelines")) {
            if (guideline instanceof Map<?, ?> g && g.get("pages") != null) {
                var same = list(found, "guidelines").stream()
                        .map(f -> (Map<?, ?>) f)
                        .filter(f -> label(f).equals(label(g)))
                        .findFirst();
                one(
                        name,
                        "guideline pages",
                        g.get("pages"),
                        same.map(f -> (Object) f.get("pages")).orElse(""));
            }
        }
    }

    private void rationale(String name, Map<?, ?> bounds, String found) {
        var first = folded(bounds.get("firstWords"));
        var last = folded(bounds.get("lastWords"));
        one(
                name,
                "rationale start",
                first,
                withoutSpaces(found).startsWith(withoutSpaces(first)) ? first : head(found));
        one(name, "rationale end", last, withoutSpaces(found).endsWith(withoutSpaces(last)) ? last : tail(found));
        if (bounds.get("words") instanceof Number words) {
            int count = found.isEmpty() ? 0 : found.split(" ", -1).length;
            boolean near = Math.abs(count - words.intValue()) <= Math.max(2, words.intValue() / 50);
            one(name, "rationale words", words, near ? words : count);
        }
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("[\\s-]+", "");
    }

    private static String head(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 60));
    }

    private static List<?> guidelines(Map<?, ?> issue) {
        return list(issue, "guidelines").stream().map(g -> label((Map<?, ?>) g)).toList();
    }

    private static String label(Map<?, ?> guideline) {
        return guideline.get("title") == null
                ? String.valueOf(guideline.get("family"))
                : guideline.get("family") + " " + guideline.get("title");
    }

    private void one(String name, String field, @Nullable Object expected, @Nullable Object found) {
        boolean wanted = expected != null;
        boolean given = found != null && !"".equals(found);
        boolean right = wanted && given && Objects.equals(expected, found);
        count(name, field, right ? 1 : 0, wanted ? 1 : 0, given ? 1 : 0, expected + " / " + found);
    }

    private void countValues(String name, String field, List<?> expected, List<?> found) {
        int right = (int) expected.stream().filter(found::contains).count();
        count(name, field, right, expected.size(), found.size(), expected + " / " + found);
    }

    private void count(String name, String field, int right, int expected, int found, String miss) {
        scores.put(field, scores.getOrDefault(field, new Score(0, 0, 0)).plus(right, expected, found));
        if (right < expected || right < found) {
            misses.add(name + ": " + field + ": expected / found: " + miss);
        }
    }

    private static @Nullable Object within(Map<?, ?> map, String outer, String inner) {
        return map.get(outer) instanceof Map<?, ?> m ? m.get(inner) : null;
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    private static String folded(@Nullable Object value) {
        return value == null ? "" : value.toString().replaceAll("\\s+", " ").strip();
    }
}
