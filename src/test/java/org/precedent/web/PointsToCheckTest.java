package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.cli.Cli;
import org.precedent.json.Json;
import org.precedent.lucene.LuceneEngine;
import org.precedent.vocabulary.Vocabularies;

/**
 * Inconsistencies in a determination are shown on its page, in neutral words, and can be searched for.
 */
class PointsToCheckTest {
    private static final Path SOUND = Path.of("src/main/resources/samples/CM17-9900001.txt");
    private static final String CITED =
            "Official Disability Guidelines (ODG) Hip &\nPelvis, X-Ray.\n\nDecision rationale";

    @TempDir
    private Path folder;

    @BeforeEach
    void ingest() throws IOException {
        var letter = Files.readString(SOUND);
        assertTrue(letter.contains(CITED));
        Files.writeString(folder.resolve("sound.txt"), letter);
        Files.writeString(
                folder.resolve("doubtful.txt"),
                letter.replace("CM17-9900001", "CM17-9900999")
                        .replace(
                                CITED,
                                "Official Disability Guidelines (ODG) Neck\nand Upper Back.\n\nDecision rationale")
                        .replace("03/10/2017", "")
                        .replaceFirst("Decision Date: *", "Decision Date:         "));
        Cli.run("ingest", folder.toString(), "--index", folder.resolve("index").toString());
    }

    @Test
    void pointToCheckIsShownAtItsIssueAndLinksToOthersOfItsKind() {
        try (var engine = LuceneEngine.open(folder.resolve("index/lucene"), Vocabularies.bundled());
                var server = RunningServer.over(engine)) {
            var client = new TestClient(server.port());
            var page = Jsoup.parse(client.get("/determinations/CM17-9900999").body());
            var checks = page.select(".checks");
            assertEquals(1, page.select("#issue-1 .checks").size());
            assertTrue(checks.text().contains("the guideline cited is ODG Neck and Upper Back"), checks.text());
            assertEquals(
                    List.of("Request", "Reviewer relied on"),
                    page.select("#issue-1 .checks li:first-child dt").eachText());
            assertTrue(checks.select("dd").get(1).text().contains("Neck and Upper Back"), checks.text());
            assertFalse(page.select("#letter").text().contains("check:"));
            var link = checks.select("li > a").attr("href");
            assertEquals("/search?signal=Guideline+of+other+region", link);
            var found = json(client, link.replace("/search?", "/search.json?"));
            assertEquals(
                    1, Objects.requireNonNull((Map<?, ?>) found.get("total")).get("issues"));
            assertFalse(Jsoup.parse(client.get("/determinations/CM17-9900001").body())
                    .select(".checks")
                    .text()
                    .contains("guideline cited"));
            var chips = Jsoup.parse(client.get(link).body()).select("a.chip").text();
            assertTrue(chips.contains("to check: Guideline of other region"), chips);
        }
    }

    @Test
    void rationaleOfAnotherCaseIsShownNextToIt() {
        try (var engine = LuceneEngine.open(folder.resolve("index/lucene"), Vocabularies.bundled());
                var server = RunningServer.over(engine)) {
            var client = new TestClient(server.port());
            var page = Jsoup.parse(client.get("/determinations/CM17-9900001").body());
            var check = page.select("#issue-1 .checks li");
            assertTrue(check.text().contains("verbatim in CM17-9900999"), check.text());
            assertEquals(
                    "/compare?i=CM17-9900001%3A1&i=CM17-9900999%3A1",
                    check.select("a").attr("href"));
            var wording =
                    check.select("a:containsOwn(Every issue with this wording)").attr("href");
            assertTrue(wording.startsWith("/search?q=rationale"), check.html());
            var found = json(client, wording.replace("/search?", "/search.json?"));
            assertEquals(
                    2, Objects.requireNonNull((Map<?, ?>) found.get("total")).get("determinations"), wording);
            assertEquals(
                    List.of("/determinations/CM17-9900999#issue-1"),
                    check.select("dt a").eachAttr("href"));
            assertEquals(200, client.get(check.select("a").attr("href")).statusCode());
            var json = json(client, "/determinations/CM17-9900001.json");
            assertTrue(String.valueOf(json.get("sharedRationales")).contains("determination=CM17-9900999"));
        }
    }

    @Test
    void appealDatesAreShownIfTheDeterminationIsDated() {
        try (var engine = LuceneEngine.open(folder.resolve("index/lucene"), Vocabularies.bundled());
                var server = RunningServer.over(engine)) {
            var client = new TestClient(server.port());
            var dates = Jsoup.parse(client.get("/determinations/CM17-9900001").body())
                    .select(".appeal");
            // 30 days after March 10, 2017, is a Sunday
            assertEquals(
                    List.of("2017-04-10", "2017-04-14"), dates.select("time").eachAttr("datetime"));
            assertTrue(dates.text().contains("not legal advice"), dates.text());
            assertTrue(Jsoup.parse(client.get("/determinations/CM17-9900999").body())
                    .select(".appeal")
                    .isEmpty());
        }
    }

    private static Map<?, ?> json(TestClient client, String path) {
        return Json.read(client.get(path).body(), Map.class);
    }
}
