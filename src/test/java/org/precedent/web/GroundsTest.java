package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.cli.Cli;
import org.precedent.json.Json;
import org.precedent.lucene.LuceneEngine;
import org.precedent.vocabulary.Vocabularies;

/**
 * The reasons for a decision are shown on its card, and in the rationale after the sentence that states them.
 */
class GroundsTest {
    @TempDir
    private Path folder;

    @Test
    void everyGroundIsMarkedWhereItIsGiven() {
        Cli.run("ingest", "src/main/resources/samples", "--index", folder.toString());
        try (var engine = LuceneEngine.open(folder.resolve("lucene"), Vocabularies.bundled());
                var server = RunningServer.over(engine)) {
            var client = new TestClient(server.port());
            int shown = 0;
            for (var hit : list(json(client, "/search.json?size=100"), "results")) {
                var letter = json(client, "/determinations/" + hit.get("id") + ".json");
                var page = page(client, String.valueOf(hit.get("url")));
                for (var issue : list(letter, "issues")) {
                    shown += checkRationale(
                            page.select("#issue-" + issue.get("number")).getFirst(), issue);
                }
            }
            assertTrue(shown > 40, "grounds shown: " + shown);
        }
    }

    @Test
    void theCardNamesTheGroundsInOneLine() {
        Cli.run("ingest", "src/main/resources/samples", "--index", folder.toString());
        try (var engine = LuceneEngine.open(folder.resolve("lucene"), Vocabularies.bundled());
                var server = RunningServer.over(engine)) {
            var client = new TestClient(server.port());
            var search = "?reason=Findings+absent&group=issue&size=100";
            var found = list(json(client, "/search.json" + search), "results");
            var cards = page(client, "/search" + search).select(".letters > .letter > .issue");
            assertFalse(found.isEmpty());
            assertEquals(found.size(), cards.size());
            for (int i = 0; i < cards.size(); i++) {
                var reasons = Objects.requireNonNull(
                        (List<?>) list(found.get(i), "issues").getFirst().get("reasons"));
                var line = cards.get(i).select(".line > i").text();
                assertTrue(reasons.contains("Findings absent"), reasons.toString());
                assertTrue(line.contains("indings absent"), line);
                reasons.forEach(r -> assertTrue(
                        line.toLowerCase(Locale.ROOT).contains(r.toString().toLowerCase(Locale.ROOT)), line));
            }
        }
    }

    private static int checkRationale(Element section, Map<?, ?> issue) {
        var labels = new ArrayList<String>();
        for (var link : section.select(".reasons a")) {
            var sentence = section.getElementById(link.attr("href").substring(1));
            assertNotNull(sentence, link.outerHtml());
            var label = Objects.requireNonNull(sentence.parent())
                    .select(".ground-label")
                    .text();
            assertTrue(label.contains(link.text()), label);
            assertTrue(
                    list(issue, "reasons").stream()
                            .anyMatch(r -> String.valueOf(r.get("text")).startsWith(sentence.text())),
                    sentence.text());
            labels.add(link.text());
        }
        assertEquals(
                list(issue, "reasons").size(),
                labels.size(),
                section.select("h2").text() + labels);
        return labels.size();
    }

    private static Document page(TestClient client, String path) {
        return Jsoup.parse(client.get(path).body());
    }

    private static Map<?, ?> json(TestClient client, String path) {
        return Json.read(client.get(path).body(), Map.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> list(Map<?, ?> json, String key) {
        return Objects.requireNonNull((List<Map<?, ?>>) json.get(key));
    }
}
