package org.precedent.web.api;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Determination;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.search.facet.Facet;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;
import org.precedent.web.view.PageText;

/**
 * Every page has its data in JSON at the same URL plus {@code .json}, and whatever the JSON contains is also shown on the page.
 */
class JsonParityTest {
    /** Keys whose values appear literally on the page; dates and numbers are formatted differently for people. */
    private static final Set<String> SHOWN_KEYS = Set.of(
            "case",
            "request",
            "decision",
            "rationale",
            "modality",
            "region",
            "treatment",
            "specialties",
            "value",
            "label",
            "name",
            "note",
            "meaning",
            "forms",
            "text",
            "sentence",
            "number",
            "quote");

    @TempDir
    Path folder;

    private final IndexFixture index = new IndexFixture();
    private SiteFixture site;
    private String first;
    private String second;

    @BeforeEach
    void start() throws IOException {
        try (var samples = Files.list(Path.of("src/main/resources/samples"))) {
            var letters = samples.filter(f -> f.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(f -> read(f).stream())
                    .toList();
            index.put(letters, l -> WrittenLetters.SEEN);
            first = letters.getFirst().id();
            second = letters.get(1).id();
        }
        site = new SiteFixture(index.engine(), folder.resolve("precedent.db"));
    }

    @AfterEach
    void stop() {
        site.close();
        index.close();
    }

    @Test
    void lettersAndComparisons() {
        compare("/determinations/" + first, "", 5);
        compare("/compare", "?i=" + first + ":1&i=" + second + ":1", 6);
    }

    @Test
    void resultsAndFacets() {
        compare(
                "/search",
                "?q=cervical+MRI&region=Cervical+spine&group=issue",
                10,
                Set.of("guidelines", "guideline", "treatment", "reason", "signal", "request"));
        compare(
                "/search",
                "?q=steroid+injection+without+radiculopathy&size=25&group=issue",
                10,
                Set.of("guidelines", "guideline", "treatment", "reason", "signal", "request"));
        compare("/facets/treatment", "?q=pain&order=az", 5);
        compare("/facets/guideline", "?q=pain&order=az", 5);
    }

    @Test
    void theSiteItself() {
        compare("/help", "", 10);
        compare("/about", "", 3);
    }

    @Test
    void savedSearches() {
        var link = site.save("/search?region=Knee", "My knees", "for the hearing");
        compare(link, "", 3, Set.of("specialties", "modality", "region", "treatment", "guidelines", "snippets"));
        compare("/saved", "", 2);
    }

    @Test
    void citedTexts() {
        var text = Map.of("text", "See " + first + " and CM99-0000009; MTUS, Low Back Complaints.");
        var shown =
                said(org.precedent.json.Json.read(site.post("/cite.json", text).body(), Map.class));
        contains(Jsoup.parse(site.post("/cite", text).body()).text(), shown, "/cite");
    }

    @Test
    void citationsAreTheSameInResultsAndDeterminations() {
        int compared = 0;
        for (var hit : objects(site.json("/search.json?size=100"), "results")) {
            var whole = objects(site.json("/determinations/" + hit.get("id") + ".json"), "issues");
            for (var issue : objects(hit, "issues")) {
                var same = whole.get(((Number) requireNonNull(issue.get("number"))).intValue() - 1);
                assertEquals(same.get("guidelines"), issue.get("guidelines"), hit.get("id") + ": " + issue);
                compared += objects(issue, "guidelines").size();
            }
        }
        assertTrue(compared > 0);
    }

    private static List<Map<?, ?>> objects(Map<?, ?> json, String key) {
        var objects = new ArrayList<Map<?, ?>>();
        ((List<?>) requireNonNull(json.get(key))).forEach(o -> objects.add((Map<?, ?>) o));
        return objects;
    }

    private void compare(String path, String query, int minimum) {
        compare(path, query, minimum, Set.of());
    }

    /** @param brief keys whose content is shown only on the determination's own page */
    private void compare(String path, String query, int minimum, Set<String> brief) {
        var shown = said(without(brief, site.json(path + ".json" + query)));
        assertTrue(shown.size() >= minimum, path + " says little: " + shown);
        var page = site.get(path + query);
        assertEquals(200, page.statusCode(), path);
        var document = Jsoup.parse(page.body());
        // labels of reasons are inserted between the sentences of a rationale
        document.select(".ground-label").remove();
        contains(document.text(), shown, path);
    }

    private static void contains(String page, List<String> shown, String path) {
        var text = normal(page);
        shown.forEach(words -> assertTrue(
                text.contains(normal(words)) || text.contains(normal(displayed(words))), path + " lacks: " + words));
    }

    // pages capitalize the abbreviations in treatment items, which are in lower case in JSON
    private static String displayed(String words) {
        return PageText.facetValue(Facet.TREATMENT, words);
    }

    // nonbreaking spaces are only typography
    private static String normal(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    private static Map<?, ?> without(Set<String> keys, Map<?, ?> json) {
        var rest = new LinkedHashMap<Object, Object>();
        json.forEach((key, value) -> {
            if (!keys.contains(key)) {
                rest.put(key, without(keys, value));
            }
        });
        return rest;
    }

    private static Object without(Set<String> keys, Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map -> without(keys, map);
            case List<?> list -> list.stream().map(v -> without(keys, v)).toList();
            default -> value;
        };
    }

    private static List<String> said(Map<?, ?> json) {
        var shown = new ArrayList<String>();
        collect("", json, shown);
        return shown;
    }

    private static void collect(String key, Object value, List<String> shown) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((k, v) -> {
                    if (v != null) {
                        collect(String.valueOf(k), v, shown);
                    }
                });
            case List<?> list -> list.forEach(v -> collect(key, v, shown));
            case String text -> {
                if (SHOWN_KEYS.contains(key) && !text.equals("none")) {
                    shown.add(text);
                }
            }
            default -> {
                // numbers are formatted differently for people
            }
        }
    }

    private static Optional<Determination> read(Path file) {
        try {
            var letter = new Letter(file.toString(), "0".repeat(64), Files.readString(file), false);
            return new LetterParser(Vocabularies.bundled()).parse(letter) instanceof Parsed.Read read
                    ? Optional.of(read.determination())
                    : Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
