package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.document.DocumentOptions;
import org.precedent.document.reader.DocumentReader;
import org.precedent.ingest.Ingest;
import org.precedent.ingest.IngestListener;
import org.precedent.ingest.IngestOptions;
import org.precedent.ingest.LetterReader;
import org.precedent.parse.LetterParser;
import org.precedent.parse.RealLetters;
import org.precedent.search.PageRequest;
import org.precedent.search.Sort;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.query.TestTable;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/**
 * Compares the issues found for typed treatments in the real letters with the issues that people labeled as requests for them.
 */
class TypedTreatmentsTest {
    /** Minimum mean F1 over the phrases; labels and rules disagree on only a few issues. */
    private static final double FLOOR = 0.98;

    @TempDir
    private Path folder;

    private record Issue(String id, Map<?, ?> labels) {}

    @Test
    void findsTheIssuesWithTheLabel() throws IOException {
        if (!RealLetters.areThere()) {
            return;
        }
        var issues = issues();
        var vocabularies = Vocabularies.bundled();
        try (var engine = LuceneEngine.open(folder, vocabularies)) {
            ingest(engine, vocabularies);
            var searching = new SearchService(engine, vocabularies);
            double sum = 0;
            int phrases = 0;
            for (var row : TestTable.rows("treatments.tsv")) {
                var truth = truth(row.get(1), issues, vocabularies);
                var found = found(searching, row.getFirst());
                double f1 = f1(truth, found);
                System.out.printf(
                        Locale.ROOT,
                        "%-32s %3d labelled %3d found  F1 %.3f%n",
                        row.getFirst(),
                        truth.size(),
                        found.size(),
                        f1);
                sum += f1;
                phrases++;
            }
            System.out.printf(Locale.ROOT, "%d typed treatments: mean F1 %.3f%n", phrases, sum / phrases);
            assertTrue(phrases >= 20, phrases + " phrases");
            assertTrue(sum / phrases >= FLOOR, "mean F1 " + sum / phrases + " is below " + FLOOR);
        }
    }

    private static List<Issue> issues() {
        var issues = new ArrayList<Issue>();
        RealLetters.expected().forEach((file, letter) -> {
            var id = letter.get("case") == null
                    ? file.replaceFirst("^.*/", "").replaceFirst("\\.[a-z]+$", "")
                    : String.valueOf(letter.get("case"));
            for (var labels : (List<?>) Objects.requireNonNull(letter.get("issues"))) {
                var map = (Map<?, ?>) labels;
                issues.add(new Issue(id + "#" + map.get("number"), map));
            }
        });
        return issues;
    }

    private static void ingest(LuceneEngine engine, Vocabularies vocabularies) throws IOException {
        var options = DocumentOptions.DEFAULT.ignoringCopyRestriction();
        try (var documents = new DocumentReader(options);
                var writer = engine.writer()) {
            Ingest.run(
                    List.of(RealLetters.FOLDER.resolve("seeds"), RealLetters.FOLDER.resolve("letters")),
                    new LetterReader(documents, new LetterParser(vocabularies)::parse),
                    writer,
                    engine::origin,
                    IngestOptions.defaults(),
                    IngestListener.NONE);
        }
    }

    private static Set<String> truth(String conditions, List<Issue> issues, Vocabularies vocabularies) {
        var truth = new HashSet<String>();
        for (var issue : issues) {
            if (Arrays.stream(conditions.split(";", -1))
                    .allMatch(c -> satisfies(issue.labels, c.strip(), vocabularies))) {
                truth.add(issue.id);
            }
        }
        return truth;
    }

    private static boolean satisfies(Map<?, ?> labels, String condition, Vocabularies vocabularies) {
        var name = condition.substring(0, condition.indexOf('='));
        var wanted = condition.substring(condition.indexOf('=') + 1);
        return switch (name) {
            case "item" ->
                strings(labels, "items").stream()
                        .anyMatch(i -> Arrays.asList(i.split("/", -1)).contains(wanted));
            case "region" ->
                strings(labels, "region").stream()
                        .anyMatch(r -> vocabularies
                                .region()
                                .labelAndDescendants(wanted)
                                .contains(r));
            case "modality" -> strings(labels, "modality").contains(wanted);
            default -> wanted.equals(labels.get(name));
        };
    }

    private static List<String> strings(Map<?, ?> labels, String name) {
        return ((List<?>) Objects.requireNonNull(labels.get(name)))
                .stream().map(String::valueOf).toList();
    }

    private static Set<String> found(SearchService searching, String text) {
        var found = new HashSet<String>();
        for (int page = 1, pages = 1; page <= pages; page++) {
            var request = SearchRequest.of(text)
                    .with(Sort.NEWEST)
                    .with(PageRequest.first(SearchRequest.MAX_SIZE).withNumber(page));
            var answer = assertInstanceOf(SearchOutcome.Found.class, searching.search(request), text)
                    .page();
            answer.letters().forEach(l -> l.issues().forEach(i -> found.add(l.id() + "#" + i.number())));
            pages = (int) ((answer.total().determinations() + SearchRequest.MAX_SIZE - 1) / SearchRequest.MAX_SIZE);
        }
        return found;
    }

    private static double f1(Set<String> truth, Set<String> found) {
        if (truth.isEmpty() && found.isEmpty()) {
            return 1;
        }
        long both = found.stream().filter(truth::contains).count();
        return 2.0 * both / (truth.size() + found.size());
    }
}
