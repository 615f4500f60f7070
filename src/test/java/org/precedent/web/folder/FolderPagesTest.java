package org.precedent.web.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;
import org.precedent.web.view.ExportFormat;

class FolderPagesTest {
    private static final String FIRST = "CM14-0000001:1";
    private static final String SECOND = "CM14-0000002:1";

    @TempDir
    Path folder;

    private final IndexFixture index = new IndexFixture();
    private SiteFixture site;

    @BeforeEach
    void start() {
        for (var id : List.of("CM14-0000001", "CM14-0000002", "CM14-0000003")) {
            index.put(WrittenLetters.letter(id, "reasons of " + id, LocalDate.of(2014, 7, 8)), WrittenLetters.SEEN);
        }
        site = new SiteFixture(index.engine(), folder.resolve("precedent.db"));
    }

    @AfterEach
    void stop() {
        site.close();
        index.close();
    }

    @Test
    void ticksSurviveOtherSearchesAndPages() {
        tick(FIRST);
        for (var path : List.of("/search?q=xray", "/search?modality=X-ray&sort=oldest", "/search?q=xray&view=table")) {
            var page = Jsoup.parse(site.get(path).body());
            assertEquals(List.of(FIRST), page.select("input[name=i][checked]").eachAttr("value"), path);
            assertEquals("1 selected", page.select(".tray-bar p").text(), path);
        }
        assertTrue(site.get("/help").body().contains("Tray (1)"));
        site.anotherBrowser();
        assertFalse(site.get("/search?q=xray").body().contains("checked"));
        assertFalse(site.get("/help").body().contains("Tray (1)"));
    }

    @Test
    void cachedResultIsRevalidatedAfterAnIssueIsTicked() {
        var before = site.get("/search?q=xray").headers().firstValue("ETag").orElseThrow();
        assertEquals(304, site.get("/search?q=xray", "If-None-Match", before).statusCode());
        tick(FIRST);
        assertEquals(200, site.get("/search?q=xray", "If-None-Match", before).statusCode());
    }

    @Test
    void theTrayComparesExportsAndForgets() {
        tick(FIRST);
        tick(SECOND);
        var page = Jsoup.parse(site.get("/tray").body());
        var compare = page.select("a:contains(Compare side by side)").attr("href");
        assertEquals(200, site.get(compare).statusCode(), compare);
        var files = page.select(".menu a").eachAttr("href");
        assertEquals(ExportFormat.values().length, files.size());
        for (var file : files) {
            var answer = site.bytes(file);
            assertEquals(200, answer.statusCode(), file);
            assertTrue(answer.body().length > 100, file);
            assertTrue(
                    answer.headers()
                            .firstValue("Content-Disposition")
                            .orElse("")
                            .startsWith("attachment; filename=\"precedent-2026-11-20-tray."),
                    file);
        }
        var csv = new String(site.bytes("/tray.csv").body(), StandardCharsets.UTF_8);
        assertEquals(3, csv.lines().count());
        assertTrue(csv.contains("reasons of CM14-0000002"), csv);
        assertTrue(new String(site.bytes("/tray.csv?bom=1").body(), StandardCharsets.UTF_8).startsWith("\uFEFF"));
        assertEquals(400, site.get("/tray.csv?bom=x").statusCode());
        site.post("/tray/remove", Map.of("i", FIRST));
        assertEquals(1, issues(site.json("/tray.json")).size());
        site.post("/tray/clear", Map.of());
        assertEquals(List.of(), issues(site.json("/tray.json")));
    }

    @Test
    void issuesInTheAddressAreShownComparedAndExportedAndNothingIsKept() {
        site.anotherBrowser();
        var path = "/tray?i=" + FIRST + "&i=" + SECOND;
        var page = Jsoup.parse(site.get(path).body());
        assertEquals(2, page.select(".saved-list > li").size());
        assertEquals(
                0,
                page.select("form[action=/tray/remove], form[action=/tray/keep]")
                        .size());
        assertTrue(
                page.select("#link").attr("value").contains("/tray?i="),
                page.select("#link").toString());
        assertEquals(
                200,
                site.get(page.select("a:contains(Compare side by side)").attr("href"))
                        .statusCode());
        for (var file : page.select(".menu a").eachAttr("href")) {
            assertEquals(200, site.bytes(file).statusCode(), file);
        }
        var csv = new String(site.bytes("/tray.csv?i=" + FIRST).body(), StandardCharsets.UTF_8);
        assertEquals(2, csv.lines().count());
        assertTrue(
                page.select("#citations").text().contains("IMR Case No."),
                page.select("#citations").text());
        assertEquals(List.of(), issues(site.json("/tray.json")), "nothing is kept");
        assertEquals(400, site.get("/tray?i=nonsense").statusCode());
        assertEquals(400, site.get("/tray?i=CM1:1" + many()).statusCode());
    }

    private static String many() {
        return java.util.stream.IntStream.range(0, 100)
                .mapToObj(n -> "&i=X" + n + ":1")
                .collect(java.util.stream.Collectors.joining());
    }

    @Test
    void theFormLeadsBackToTheSearchAndNowhereElse() {
        assertEquals("/search?q=neck", leads(Map.of("i", FIRST, "back", "/search?q=neck")));
        for (var back :
                List.of("//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", "x", "")) {
            assertEquals("/tray", leads(Map.of("i", FIRST, "back", back)), back);
        }
        assertEquals(400, site.post("/tray", Map.of("i", "nonsense")).statusCode());
    }

    @Test
    void notesOfAFolderArePrivateUnlessShared() {
        var path = keep(Map.of("name", "Necks", "note", "our weak point"));
        var item = issues(site.json(path + ".json")).getFirst().get("item");
        site.post(path + "/issues/" + item + "/note", Map.of("note", "see page four"));
        var mine = site.get(path).body();
        assertTrue(mine.contains("our weak point") && mine.contains("see page four"), mine);
        site.anotherBrowser();
        var others = site.get(path).body();
        assertTrue(others.contains("Necks") && others.contains("X-ray of the cervical spine"), others);
        assertTrue(others.contains("Folder shared with you"), others);
        for (var form : List.of("", ".json", ".csv", ".brief.html", ".ndjson")) {
            var body = site.get(path + form).body();
            assertFalse(body.contains("weak point") || body.contains("page four"), form);
        }
        assertEquals(null, issues(site.json(path + ".json")).getFirst().get("note"));
    }

    @Test
    void sharedNotesAreReadByEverybodyWithTheLink() {
        var path = keep(Map.of("name", "Necks", "note", "for the team", "notesShared", "1"));
        site.anotherBrowser();
        assertTrue(site.get(path).body().contains("for the team"));
        assertEquals("for the team", site.json(path + ".json").get("note"));
    }

    @Test
    void onlyTheOwnerChangesAFolderAndOnlyFromThisSite() {
        var path = keep(Map.of("name", "Necks"));
        var item = issues(site.json(path + ".json")).getFirst().get("item");
        var changes = Map.of(
                "/change",
                Map.of("name", "stolen"),
                "/delete",
                Map.<String, String>of(),
                "/issues/" + item + "/note",
                Map.of("note", "x"),
                "/issues/" + item + "/remove",
                Map.<String, String>of());
        changes.forEach((change, form) -> assertEquals(
                403,
                site.post(path + change, form, "Origin", "https://elsewhere.example")
                        .statusCode(),
                change));
        site.anotherBrowser();
        changes.forEach((change, form) ->
                assertEquals(403, site.post(path + change, form).statusCode(), change));
        assertEquals("Necks", site.json(path + ".json").get("name"));
    }

    @Test
    void theOwnerRenamesAnnotatesRemovesAndDeletes() {
        var path = keep(Map.of("name", "Necks"));
        assertEquals(303, site.post(path + "/change", Map.of("name", "Spines")).statusCode());
        assertTrue(site.get("/folders").body().contains("Spines"));
        var item = issues(site.json(path + ".json")).getFirst().get("item");
        assertEquals(
                303, site.post(path + "/issues/" + item + "/remove", Map.of()).statusCode());
        assertEquals(List.of(), issues(site.json(path + ".json")));
        assertEquals(303, site.post(path + "/delete", Map.of()).statusCode());
        assertEquals(404, site.get(path).statusCode());
    }

    @Test
    void aReplacedDeterminationIsMarkedAndARemovedOneKeepsItsPlace() {
        var path = keep(Map.of("name", "Necks"));
        assertEquals("present", issues(site.json(path + ".json")).getFirst().get("state"));
        index.put(
                WrittenLetters.letter("CM14-0000001", "other reasons", LocalDate.of(2014, 7, 8)),
                WrittenLetters.SEEN.plusSeconds(60));
        assertEquals("changed", issues(site.json(path + ".json")).getFirst().get("state"));
        assertTrue(site.get(path).body().contains("Changed since it was added"));
        try (var writer = index.engine().writer(() -> WrittenLetters.SEEN.plusSeconds(120))) {
            writer.remove("CM14-0000001");
            writer.commit();
        }
        var gone = issues(site.json(path + ".json")).getFirst();
        assertEquals("gone", gone.get("state"));
        assertEquals(null, gone.get("request"));
        assertTrue(site.get(path).body().contains("No longer in the index"));
        assertEquals(1, site.get(path + ".csv").body().lines().count(), "the header alone");
    }

    @Test
    void aTrayHasNoLink() {
        tick(FIRST);
        var id = site.saved()
                .folders()
                .tray(org.precedent.saved.Owner.ofToken("nobody"))
                .map(org.precedent.saved.Folder::id);
        assertTrue(id.isEmpty());
        for (var path : List.of("/folders/0123456789012345678901", "/folders/x", "/folders/x.csv", "/folders/x.json")) {
            assertEquals(404, site.get(path).statusCode(), path);
        }
    }

    @Test
    void markupInNamesAndNotesStaysText() {
        var nasty = "<script>alert(1)</script>\"'&";
        var path = keep(Map.of("name", nasty, "note", nasty));
        for (var page : List.of(path, "/folders")) {
            var body = site.get(page).body();
            assertFalse(body.contains("<script>alert"), page);
            assertTrue(body.contains("&lt;script&gt;alert(1)"), page);
        }
    }

    private void tick(String key) {
        assertEquals(303, site.post("/tray", Map.of("i", key)).statusCode());
    }

    private String keep(Map<String, String> cover) {
        tick(FIRST);
        return site.post("/tray/keep", cover).headers().firstValue("Location").orElseThrow();
    }

    private String leads(Map<String, String> form) {
        return site.post("/tray", form).headers().firstValue("Location").orElseThrow();
    }

    private static List<Map<?, ?>> issues(Map<?, ?> json) {
        return json.get("issues") instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(e -> (Map<?, ?>) e).toList()
                : List.of();
    }
}
