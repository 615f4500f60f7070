package org.precedent.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.determination.Determination;
import org.precedent.lucene.LuceneEngine;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.search.IssueHit;
import org.precedent.search.LetterBatch;
import org.precedent.search.LetterHit;
import org.precedent.search.PageRequest;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchEngine.Suggestion;
import org.precedent.search.SearchPage;
import org.precedent.search.SimilarIssue;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.query.Query;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/**
 * On the sample letters both engines agree: totals, facets, issues, snippets, highlights, similar issues, completions, and spelling
 * suggestions.
 */
class EngineAgreementTest {
    private static final Path SAMPLES = Path.of("src/main/resources/samples");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static final int ALL = 500;

    @TempDir
    private static Path folder;

    private static LuceneEngine embedded;
    private static OpenSearchEngine distributed;

    @BeforeAll
    static void ingest() throws IOException {
        var letters = samples();
        embedded = LuceneEngine.open(folder, Vocabularies.bundled());
        try (var writer = embedded.writer(() -> NOON)) {
            letters.forEach(writer::put);
            writer.commit();
        }
        distributed = new OpenSearchFixture().holding(List.of(new LetterBatch(NOON, letters)));
    }

    @AfterAll
    static void stop() {
        embedded.close();
        distributed.close();
    }

    private static List<Determination> samples() throws IOException {
        var parser = new LetterParser(Vocabularies.bundled());
        var letters = new ArrayList<Determination>();
        try (var files = Files.list(SAMPLES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".txt") && !f.endsWith("index.txt"))
                    .sorted()
                    .toList()) {
                var letter = new Letter(file.getFileName().toString(), "0".repeat(64), Files.readString(file), false);
                if (parser.parse(letter) instanceof Parsed.Read read) {
                    letters.add(read.determination());
                }
            }
        }
        assertTrue(letters.size() > 40, () -> "read only " + letters.size());
        return letters;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-ray cervical upheld",
                "lumbar MRI",
                "\"red flags\"",
                "radiculopathy w/10 EMG",
                "pain NOT w/3 chronic",
                "(fusion AND failed) OR brace",
                "therapy /s improvement",
                "rationale:(guidelines pre/5 recommend)",
                "med* AND necess*",
                "pre* w/20 con*",
                "summary:surgery",
                "-lumbar opioid",
                "decided:2016..2019",
                "wrist brace after fracture, need not documented",
                "second opinion on shoulder surgery when therapy has not failed",
                "naproxen",
                "decision:overturned",
                "zebra",
            })
    void showsTheSame(String text) {
        var here = found(embedded, text);
        var there = found(distributed, text);
        assertEquals(here.total(), there.total());
        assertEquals(here.words(), there.words());
        assertEquals(here.facets(), there.facets());
        var shown = byId(there);
        assertTrue(here.total().issues() == 0 || !shown.isEmpty());
        for (var hit : here.letters()) {
            var other = shown.get(hit.id());
            if (other != null) {
                assertEquals(hit.facts(), other.facts());
                assertEquals(hit.ingested(), other.ingested());
                assertEquals(hit.summary(), other.summary());
                var issues = issues(other);
                hit.issues().stream()
                        .filter(i -> issues.containsKey(i.number()))
                        .forEach(i -> assertEquals(i, issues.get(i.number())));
            }
        }
    }

    private static SearchPage found(SearchEngine engine, String text) {
        var request = SearchRequest.EVERYTHING.withText(text).with(PageRequest.first(100));
        var service = new SearchService(engine, Vocabularies.bundled());
        if (service.interpret(request) instanceof Interpretation.Valid understood) {
            return engine.search(understood.search());
        }
        throw new IllegalArgumentException(text);
    }

    private static Map<String, LetterHit> byId(SearchPage page) {
        var hits = new HashMap<String, LetterHit>();
        page.letters().forEach(h -> hits.put(h.id(), h));
        return hits;
    }

    private static Map<Integer, IssueHit> issues(LetterHit hit) {
        var issues = new HashMap<Integer, IssueHit>();
        hit.issues().forEach(i -> issues.put(i.number(), i));
        return issues;
    }

    @Test
    void marksTheSameWordsOfADetermination() {
        var span = new org.precedent.determination.Span(0, 1);
        var queries = List.<Query>of(
                new Query.Word("treatment", span),
                new Query.Phrase("medically necessary", span),
                new Query.Or(List.of(
                        new Query.And(List.of(new Query.Word("lumbar", span), new Query.Word("pain", span))),
                        new Query.Prefix("shoul", span))));
        for (var listed : embedded.listLetters(java.util.Optional.empty(), 100)) {
            for (var query : queries) {
                assertEquals(
                        embedded.findLetter(listed.id(), query, true),
                        distributed.findLetter(listed.id(), query, true));
            }
        }
    }

    @Test
    void findsTheSameSimilarIssues() {
        int found = 0;
        for (var listed : embedded.listLetters(java.util.Optional.empty(), 20)) {
            // compares all of them, because each engine breaks ties in its own way
            var here = embedded.findSimilar(listed.id(), 1, ALL);
            found += here.size();
            assertEquals(places(here), places(distributed.findSimilar(listed.id(), 1, ALL)), listed.id());
        }
        assertTrue(found > 20, "only " + found + " similar issues");
        assertEquals(List.of(), distributed.findSimilar("nobody", 1, 6));
    }

    private static List<String> places(List<SimilarIssue> similar) {
        return similar.stream().map(s -> s.id() + "#" + s.number()).sorted().toList();
    }

    @Test
    void completesAndCorrectsTheSame() {
        for (var typed : List.of("lum", "x-r", "cerv", "mri of", "CM18", "physi", "necess")) {
            var there = texts(distributed.suggest(typed, 8));
            assertTrue(there.containsAll(texts(embedded.suggest(typed, 3))), () -> typed + ": " + there);
        }
        for (var word : List.of("lumbr", "shoulderr", "radiculopthy", "zzzzqq", "12345")) {
            assertEquals(embedded.correct(word), distributed.correct(word), word);
        }
    }

    private static List<String> texts(List<Suggestion> suggestions) {
        return suggestions.stream().map(Suggestion::text).toList();
    }

    @Test
    void keepsItsGenerationUntilTheContentChanges() {
        var before = distributed.generation();
        assertEquals(before, distributed.generation());
        try (var again = new OpenSearchFixture().holding(List.of())) {
            var empty = again.generation();
            try (var writer = again.writer(() -> NOON)) {
                writer.put(embedded.findLetter(
                                embedded.listLetters(java.util.Optional.empty(), 1)
                                        .getFirst()
                                        .id(),
                                new Query.Everything())
                        .orElseThrow()
                        .determination());
                writer.commit();
            }
            assertTrue(!again.generation().equals(empty));
            assertTrue(Stream.of(before, empty).distinct().count() == 2);
        }
    }
}
