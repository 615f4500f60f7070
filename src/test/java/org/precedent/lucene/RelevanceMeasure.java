package org.precedent.lucene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.precedent.search.Grouping;
import org.precedent.search.PageRequest;
import org.precedent.search.SearchPage;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.request.SearchRequest;

/** Measures a ranking against the judged queries. */
final class RelevanceMeasure {
    /** The lowest grade that counts as relevant; grade 1 means related, worth a glance. */
    private static final int RELEVANT = 2;

    private static final int DEPTH = 20;

    private final Map<String, Map<String, Integer>> grades = new HashMap<>();
    private final List<String[]> queries;

    /** A query with relevance judgments. */
    record JudgedQuery(String id, String kind, String text) {}

    /** The metrics of one query, by issue and by determination. */
    record Figures(
            JudgedQuery query,
            double ndcg,
            double reciprocal,
            double recall10,
            double recall20,
            double letterNdcg,
            double letterRecall20) {}

    /** The metrics of one query as a row of {@code figures.tsv}. */
    static String row(Figures f) {
        return String.format(
                Locale.ROOT,
                "%s\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f",
                f.query().id(),
                f.ndcg(),
                f.reciprocal(),
                f.recall10(),
                f.recall20(),
                f.letterNdcg(),
                f.letterRecall20());
    }

    /** The rows as of the last change of the ranking. */
    static List<String> recorded() {
        return rows("figures.tsv").stream().map(r -> String.join("\t", r)).toList();
    }

    RelevanceMeasure() {
        for (var row : rows("judgments.tsv")) {
            grades.computeIfAbsent(row[0], k -> new HashMap<>()).put(row[1], Integer.parseInt(row[2]));
        }
        queries = rows("queries.tsv");
    }

    List<Figures> measure(SearchService searching) {
        var all = new ArrayList<Figures>();
        for (var query : queries) {
            var judged = grades.getOrDefault(query[0], Map.of());
            var byDetermination = page(searching, SearchRequest.of(query[1]).with(PageRequest.first(DEPTH)));
            all.add(figures(query, judged, byIssue(searching, query[1]), byDetermination));
        }
        return all;
    }

    /** Mean nDCG@10 for needs described in everyday words, over the issues found followed by the related ones. */
    double paraphrased(SearchService searching, String half) {
        return rows("paraphrases.tsv").stream()
                .filter(row -> row[2].equals(half))
                .mapToDouble(row -> {
                    var issues = issues(byIssue(searching, row[1]));
                    return ndcg(issues, grades.getOrDefault(row[0], Map.of()));
                })
                .average()
                .orElse(0);
    }

    /** Mean recall@20 of relevant issues. Issues of grade 1 are left out, as they are for the reciprocal rank. */
    double relevantRecall(SearchService searching, String kind) {
        return queries.stream()
                .filter(query -> query[2].equals(kind))
                .mapToDouble(query -> {
                    var relevant = new HashMap<>(grades.getOrDefault(query[0], Map.of()));
                    relevant.values().removeIf(grade -> grade < RELEVANT);
                    return recall(issues(byIssue(searching, query[1])), relevant, DEPTH);
                })
                .average()
                .orElse(0);
    }

    private static SearchPage byIssue(SearchService searching, String text) {
        var request = SearchRequest.of(text).with(PageRequest.first(DEPTH));
        return page(searching, request.with(request.paging().with(Grouping.ISSUE)));
    }

    /** The issues found, followed by the related ones. */
    private static List<String> issues(SearchPage page) {
        var issues = new ArrayList<String>();
        page.letters().forEach(l -> l.issues().forEach(i -> issues.add(l.id() + "#" + i.number())));
        page.related().forEach(l -> l.issues().forEach(i -> issues.add(l.id() + "#" + i.number())));
        return issues;
    }

    private static SearchPage page(SearchService searching, SearchRequest request) {
        return switch (searching.search(request)) {
            case SearchOutcome.Found found -> found.page();
            case SearchOutcome.Invalid wrong -> throw new AssertionError(request + ": " + wrong);
        };
    }

    private static Figures figures(
            String[] query, Map<String, Integer> judged, SearchPage byIssue, SearchPage byDetermination) {
        var issues = issues(byIssue);
        var letters = new ArrayList<String>();
        byDetermination.letters().forEach(l -> letters.add(l.id()));
        var byLetter = new HashMap<String, Integer>();
        judged.forEach((issue, grade) -> byLetter.merge(issue.substring(0, issue.indexOf('#')), grade, Integer::max));
        return new Figures(
                new JudgedQuery(query[0], query[2], query[1]),
                ndcg(issues, judged),
                reciprocal(issues, judged),
                recall(issues, judged, 10),
                recall(issues, judged, DEPTH),
                ndcg(new ArrayList<>(new LinkedHashSet<>(letters)), byLetter),
                recall(letters, byLetter, DEPTH));
    }

    private static double ndcg(List<String> ranked, Map<String, Integer> judged) {
        double gain = 0;
        for (int i = 0; i < Math.min(10, ranked.size()); i++) {
            gain += gain(judged.getOrDefault(ranked.get(i), 0), i);
        }
        var best = judged.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .toList();
        double ideal = 0;
        for (int i = 0; i < best.size(); i++) {
            ideal += gain(best.get(i), i);
        }
        return ideal == 0 ? 1 : gain / ideal;
    }

    private static double gain(int grade, int rank) {
        return (Math.pow(2, grade) - 1) / (Math.log(rank + 2) / Math.log(2));
    }

    private static double reciprocal(List<String> ranked, Map<String, Integer> judged) {
        for (int i = 0; i < ranked.size(); i++) {
            if (judged.getOrDefault(ranked.get(i), 0) >= RELEVANT) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private static double recall(List<String> ranked, Map<String, Integer> judged, int depth) {
        long wanted = judged.values().stream().filter(g -> g > 0).count();
        long found = ranked.stream()
                .limit(depth)
                .filter(r -> judged.getOrDefault(r, 0) > 0)
                .count();
        return wanted == 0 ? 1 : (double) found / Math.min(wanted, depth);
    }

    private static List<String[]> rows(String name) {
        try (InputStream in =
                Objects.requireNonNull(RelevanceMeasure.class.getResourceAsStream("/relevance/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> l.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
