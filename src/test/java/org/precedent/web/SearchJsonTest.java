package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.precedent.json.Json;

class SearchJsonTest {
    private final RunningServer server = RunningServer.over(new FixtureEngine(FixtureLetters.of(30)));
    private final TestClient client = new TestClient(server.port());

    private record Answer(Asked query, Size total, Map<String, List<Value>> facets, List<Letter> results, Place page) {}

    private record Asked(String text, List<Understood> understood, String words, String url) {}

    private record Understood(String words, String facet, String value) {}

    private record Size(long issues, long determinations) {}

    private record Value(
            String value, List<String> path, long issues, long determinations, boolean selected, String url) {}

    private record Letter(String id, String decided, List<String> specialties, String url, List<Issue> issues) {}

    private record Issue(
            int number,
            String request,
            String decision,
            List<String> modality,
            List<String> region,
            List<List<Piece>> snippets,
            String url) {}

    private record Piece(String text, boolean hit) {}

    private record Place(int number, int size, @Nullable String next) {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void saysHowTheQueryWasUnderstood() {
        var query = json("/search.json?q=X-ray+cervical+upheld").query();
        assertEquals("X-ray cervical upheld", query.text());
        assertEquals("", query.words());
        assertEquals("/search?modality=X-ray&region=Cervical+spine&decision=Upheld", query.url());
        assertEquals(
                new Understood("X-ray", "modality", "X-ray"), query.understood().getFirst());
    }

    /** The entity tag depends on the index and the query alone, so the bytes must not change when the server restarts. */
    @Test
    void suggestionsHaveTheirKeysInTheDocumentedOrder() {
        assertEquals(
                "{\"suggestions\":[{\"text\":\"lumbar spine\",\"kind\":\"region\",\"issues\":3}]}",
                client.get("/suggest.json?q=lumbar").body());
    }

    @Test
    void countsAFacetValueAsTheClickWillFind() {
        json("/search.json")
                .facets()
                .values()
                .forEach(values -> values.forEach(value -> {
                    var after = json(value.url().replace("/search", "/search.json"));
                    assertEquals(new Size(value.issues(), value.determinations()), after.total(), value.toString());
                }));
    }

    @Test
    void takesAChosenValueAwayAgain() {
        var chosen = json("/search.json?modality=CT").facets().getOrDefault("modality", List.of()).stream()
                .filter(Value::selected)
                .toList();
        assertEquals(List.of("CT"), chosen.stream().map(Value::value).toList());
        assertEquals("/search", chosen.getFirst().url());
    }

    @Test
    void leadsFromPageToPageToTheEnd() {
        @Nullable String next = "/search.json?size=7";
        int letters = 0;
        int pages = 0;
        while (next != null) {
            var answer = json(next);
            letters += answer.results().size();
            pages++;
            next = answer.page().next();
        }
        assertEquals(30, letters);
        assertEquals(5, pages);
    }

    @Test
    void showsEachIssueWithItsSnippetInPieces() {
        var letter = json("/search.json?q=flags+cervical+upheld").results().getFirst();
        var issue = letter.issues().getFirst();
        assertEquals("Upheld", issue.decision());
        assertEquals(List.of("X-ray"), issue.modality());
        assertEquals(List.of("Cervical spine"), issue.region());
        assertEquals(letter.url() + "#issue-" + issue.number(), issue.url());
        var pieces = issue.snippets().getFirst();
        assertEquals(new Piece("flags", true), pieces.get(1));
        assertFalse(pieces.getFirst().hit());
    }

    @Test
    void answersTheLetterInItsPublicShape() {
        var letter = client.get("/determinations/CM15-9900001.json").body();
        assertTrue(letter.startsWith("{\"id\":\"CM15-9900001\",\"case\":\"CM15-9900001\",\"source\":"), letter);
        assertTrue(letter.contains("\"decided\":\"2015-02-02\""), letter);
        assertTrue(letter.contains("\"number\":2"), letter);
    }

    private Answer json(String path) {
        return Json.read(client.get(path).body(), Answer.class);
    }
}
