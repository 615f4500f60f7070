package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.cli.Cli;
import org.precedent.json.Json;
import org.precedent.lucene.LuceneEngine;
import org.precedent.vocabulary.Vocabularies;

/**
 * The page of every bundled sample shows, for every filterable value, the words of the letter it was read from.
 */
class ProvenanceTest {
    private static final Path SAMPLES = Path.of("src/main/resources/samples");
    private static final Set<String> OF_ISSUES = Set.of(
            "Decision",
            "Imaging modality",
            "Body region",
            "Side",
            "Treatment",
            "Subcategory",
            "Item",
            "Reason",
            "Guideline cited",
            "Claims administrator cited");

    @TempDir
    private Path folder;

    @Test
    void everyValueShowsTheWordsItWasReadFrom() throws IOException {
        var result = Cli.run("ingest", SAMPLES.toString(), "--index", folder.toString());
        var kinds = new HashSet<String>();
        try (var engine = LuceneEngine.open(folder.resolve("lucene"), Vocabularies.bundled());
                var server = RunningServer.over(engine)) {
            var client = new TestClient(server.port());
            for (var id : samples()) {
                var letter =
                        Json.read(client.get("/determinations/" + id + ".json").body(), Map.class);
                var page = Jsoup.parse(client.get("/determinations/" + id).body());
                var text = client.get("/determinations/" + id + ".txt").body();
                check(id, page, text, "#letter", ofLetter(letter));
                for (var issue : list(letter, "issues")) {
                    var values = ofIssue((Map<?, ?>) issue);
                    kinds.addAll(values.keySet());
                    check(id, page, text, "#issue-" + ((Map<?, ?>) issue).get("number"), values);
                }
            }
        }
        assertEquals(OF_ISSUES, kinds, result.err());
    }

    private static void check(String id, Document page, String text, String section, Map<String, List<String>> values) {
        var place = id + " " + section;
        var rows = page.select(section + " details table.evidence tbody tr");
        var folded = folded(text);
        values.forEach((kind, all) -> all.forEach(value -> {
            var row = rows.stream()
                    .filter(r -> r.select("th").text().equals(kind + " " + value))
                    .findFirst();
            assertTrue(row.isPresent(), () -> place + ": no words for " + kind + " " + value);
            var words = row.orElseThrow().select("mark").text();
            assertFalse(words.isBlank(), () -> place + ": empty words for " + kind + " " + value);
            assertTrue(
                    folded.contains(folded(words.replaceAll("…$", ""))), () -> place + ": not in the letter: " + words);
        }));
    }

    private static Map<String, List<String>> ofIssue(Map<?, ?> issue) {
        var values = new LinkedHashMap<String, List<String>>();
        put(values, "Decision", list(issue, "decision"));
        put(values, "Imaging modality", list(issue, "modality"));
        put(values, "Body region", list(issue, "region"));
        put(values, "Side", list(issue, "laterality"));
        put(values, "Treatment", list(issue, "treatment"));
        put(values, "Subcategory", list(issue, "subcategory"));
        put(values, "Item", list(issue, "items"));
        put(
                values,
                "Reason",
                list(issue, "reasons").stream().map(r -> reason((Map<?, ?>) r)).toList());
        put(values, "Guideline cited", list(issue, "guidelines"));
        put(values, "Claims administrator cited", list(issue, "claimsAdministratorGuidelines"));
        return values;
    }

    private static Map<String, List<String>> ofLetter(Map<?, ?> letter) {
        var values = new LinkedHashMap<String, List<String>>();
        put(values, "Reviewer specialty", list(letter, "specialties"));
        put(values, "Licensed in", list(letter, "licensure"));
        list(letter, "dates").forEach(dates -> put(values, "Decided", list((Map<?, ?>) dates, "decided")));
        return values;
    }

    private static void put(Map<String, List<String>> values, String kind, List<?> found) {
        if (!found.isEmpty()) {
            values.put(kind, found.stream().map(ProvenanceTest::label).toList());
        }
    }

    private static String reason(Map<?, ?> reason) {
        return Vocabularies.bundled().reason().terms().stream()
                .filter(term -> term.id().equals(reason.get("code")))
                .findFirst()
                .orElseThrow()
                .label();
    }

    private static String label(Object value) {
        return value instanceof Map<?, ?> guideline
                ? Stream.of("family", "title")
                        .flatMap(part -> list(guideline, part).stream())
                        .map(Object::toString)
                        .collect(Collectors.joining(" "))
                : value.toString();
    }

    /** The value of a key as a list: a single value is wrapped, a missing one gives an empty list. */
    private static List<?> list(Map<?, ?> map, String key) {
        return switch (map.get(key)) {
            case null -> List.of();
            case List<?> list -> list;
            case Object value -> List.of(value);
        };
    }

    private static List<String> samples() throws IOException {
        try (var files = Files.list(SAMPLES)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".txt") && !f.equals("index.txt"))
                    .map(f -> f.substring(0, f.length() - ".txt".length()))
                    .sorted()
                    .toList();
        }
    }

    private static String folded(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
