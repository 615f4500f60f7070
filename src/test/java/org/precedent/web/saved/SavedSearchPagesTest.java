package org.precedent.web.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;

class SavedSearchPagesTest {
    private static final String URL = "/search?modality=X-ray";

    @TempDir
    Path folder;

    private final IndexFixture index = new IndexFixture();
    private SiteFixture site;

    @BeforeEach
    void start() {
        put(0, 100, "reasons", 2020);
        site = site();
    }

    @AfterEach
    void stop() {
        site.close();
        index.close();
    }

    @Test
    void listsExactlyWhatCameSinceItWasSaved() {
        var link = site.save(URL, "X-rays", "");
        put(200, 205, "reasons", 2013);
        index.put(WrittenLetters.letter("CM14-0000003", "other reasons", LocalDate.of(2020, 1, 1)), seen(300));
        var json = site.json(link + ".json");
        assertEquals(Map.of("issues", 5, "determinations", 5), json.get("new"));
        assertEquals(Map.of("issues", 1, "determinations", 1), json.get("changed"));
        var fresh = results(json).stream()
                .filter(r -> "new".equals(r.get("status")))
                .map(r -> r.get("id"))
                .toList();
        assertEquals(
                IntStream.range(200, 205)
                        .mapToObj(SavedSearchPagesTest::id)
                        .sorted()
                        .toList(),
                fresh.stream().sorted().toList());
        assertTrue(site.get(link).body().contains("5 determinations new"), "the page says so too");
    }

    @Test
    void rebuildingTheIndexMakesNothingNew() {
        var link = site.save(URL, "X-rays", "");
        index.reindex();
        var none = Map.of("issues", 0, "determinations", 0);
        assertEquals(none, site.json(link + ".json").get("new"));
        assertEquals(none, site.json(link + ".json").get("changed"));
        put(200, 205, "reasons", 2013);
        index.put(WrittenLetters.letter(id(7), "other reasons", LocalDate.of(2020, 1, 1)), seen(300));
        index.reindex();
        assertEquals(
                Map.of("issues", 5, "determinations", 5),
                site.json(link + ".json").get("new"));
        assertEquals(
                Map.of("issues", 1, "determinations", 1),
                site.json(link + ".json").get("changed"));
    }

    @Test
    void aLinkSaysTheSameAfterARestart() {
        var link = site.save(URL, "X-rays", "");
        site.post(link + "/change", Map.of("name", "X-rays", "note", "why", "noteShared", "1"));
        put(200, 205, "reasons", 2013);
        var before = site.json(link + ".json");
        site.close();
        index.reopen();
        site = site();
        assertEquals(before, site.json(link + ".json"));
    }

    @Test
    void aLetterWrittenBeforeTheSavingAndShownAfterItIsNew() {
        var now = new java.time.Instant[] {seen(150)};
        try (var writer = index.engine().writer(() -> now[0])) {
            writer.put(WrittenLetters.letter(id(200), "reasons", LocalDate.of(2013, 1, 1)));
            var link = site.save(URL, "X-rays", "");
            assertEquals(
                    Map.of("issues", 0, "determinations", 0),
                    site.json(link + ".json").get("new"));
            writer.commit();
            assertEquals(
                    Map.of("issues", 1, "determinations", 1),
                    site.json(link + ".json").get("new"));
        }
    }

    @Test
    void twoServersOnOneFileLoseNothing() throws Exception {
        try (var other = site();
                var people = Executors.newFixedThreadPool(8)) {
            var saving = IntStream.range(0, 80)
                    .mapToObj(i -> people.submit(() -> (i % 2 == 0 ? site : other).save(URL, "search " + i, "")))
                    .toList();
            for (var saved : saving) {
                assertEquals(200, site.get(saved.get()).statusCode());
            }
            assertEquals(80, other.saved().count());
        }
    }

    @Test
    void nothingIsNewWhereNothingCame() {
        var json = site.json(site.save(URL, "X-rays", "") + ".json");
        assertEquals(Map.of("issues", 0, "determinations", 0), json.get("new"));
        assertEquals(Map.of("issues", 0, "determinations", 0), json.get("changed"));
    }

    @Test
    void answersTheKeysOfTheContract() {
        var json = site.json(site.save("/search?page=3&modality=X-ray&q=", "X-rays", "mine") + ".json");
        assertTrue(
                json.keySet()
                        .containsAll(
                                List.of("name", "note", "url", "created", "lastOpened", "new", "changed", "results")),
                json.keySet().toString());
        assertEquals(List.of("X-rays", "mine", URL), List.of(json.get("name"), json.get("note"), json.get("url")));
        assertEquals(SiteFixture.NOW.toString(), json.get("created"));
        assertEquals(null, json.get("lastOpened"));
    }

    @Test
    void countsSinceADayOrAnInstant() {
        var link = site.save(URL, "X-rays", "");
        assertEquals(
                Map.of("issues", 100, "determinations", 100),
                site.json(link + ".json?since=2024-05-01").get("new"));
        assertEquals(
                Map.of("issues", 0, "determinations", 0),
                site.json(link + ".json?since=2024-05-02").get("new"));
        var after = seen(59).toString();
        assertEquals(
                Map.of("issues", 40, "determinations", 40),
                site.json(link + ".json?since=" + after).get("new"));
        assertEquals(400, site.get(link + ".json?since=yesterday").statusCode());
        assertEquals(400, site.get(link + ".json?sinse=2024-05-01").statusCode());
    }

    @Test
    void onlyItsOwnersVisitMovesTheMark() {
        var link = site.save(URL, "X-rays", "");
        var path = link + ".json";
        site.json(path);
        site.get(link, "Sec-Purpose", "prefetch");
        assertEquals(null, site.json(path).get("lastOpened"));
        site.get(link);
        assertEquals(SiteFixture.NOW.toString(), site.json(path).get("lastOpened"));
        put(200, 201, "reasons", 2013);
        site.anotherBrowser();
        assertTrue(site.get(link).body().contains("since it was saved"));
        assertEquals(Map.of("issues", 1, "determinations", 1), site.json(path).get("new"));
    }

    @Test
    void theOwnerSeesWhatCameSinceTheLastVisit() {
        var link = site.save(URL, "X-rays", "");
        put(200, 201, "reasons", 2013);
        assertTrue(site.get(link).body().contains("1 determination new"));
        assertTrue(site.get(link).body().contains("1 determination new"), "it stays new until it is dismissed");
        assertEquals(
                303,
                site.post(link + "/seen", Map.of("asOf", seen(200).toString())).statusCode());
        assertTrue(site.get(link).body().contains("Nothing new"));
        put(201, 202, "reasons", 2013);
        var body = site.get(link).body();
        assertTrue(body.contains("1 determination new") && body.contains("since you marked all as seen"), body);
    }

    @Test
    void whatCameAfterThePageWasShownStaysNew() {
        var link = site.save(URL, "X-rays", "");
        put(200, 203, "reasons", 2013);
        assertEquals(
                303,
                site.post(link + "/seen", Map.of("asOf", seen(200).toString())).statusCode());
        assertTrue(site.get(link).body().contains("2 determinations new"));
        assertEquals(
                303,
                site.post(link + "/seen", Map.of("asOf", "2999-01-01T00:00:00Z"))
                        .statusCode());
        put(203, 204, "reasons", 2013);
        assertTrue(site.get(link).body().contains("1 determination new"), "a time to come dismisses nothing to come");
        assertEquals(400, site.post(link + "/seen", Map.of("asOf", "soon")).statusCode());
    }

    @Test
    void onlyTheOwnerDismissesAndOnlyFromThisSite() {
        var link = site.save(URL, "X-rays", "");
        put(200, 201, "reasons", 2013);
        var form = Map.of("asOf", seen(200).toString());
        assertEquals(
                403,
                site.post(link + "/seen", form, "Origin", "https://elsewhere.example")
                        .statusCode());
        site.anotherBrowser();
        assertEquals(403, site.post(link + "/seen", form).statusCode());
        assertTrue(site.get(link).body().contains("1 determination new"));
    }

    @Test
    void aNoteIsPrivateUnlessItIsShared() {
        var link = site.save(URL, "X-rays", "our weak point");
        var shared = site.post("/saved", Map.of("url", URL, "name", "n", "note", "for all", "noteShared", "1"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertTrue(site.get(link).body().contains("our weak point"));
        assertTrue(site.get(link).body().contains("Only you can read this note"));
        assertTrue(site.get(shared).body().contains("Everyone with the link can read this note"));
        site.anotherBrowser();
        for (var path : List.of(link, link + ".json", link + ".atom")) {
            assertFalse(site.get(path).body().contains("our weak point"), path);
        }
        assertEquals(null, site.json(link + ".json").get("note"));
        assertTrue(site.get(shared).body().contains("for all"));
        assertEquals("for all", site.json(shared + ".json").get("note"));
    }

    @Test
    void sharingANoteCanBeTakenBack() {
        var link = site.save(URL, "X-rays", "why");
        assertEquals(
                303,
                site.post(link + "/change", Map.of("name", "X", "note", "why", "noteShared", "1"))
                        .statusCode());
        assertEquals(true, site.json(link + ".json").get("noteShared"));
        assertEquals(
                303,
                site.post(link + "/change", Map.of("name", "X", "note", "why")).statusCode());
        site.anotherBrowser();
        assertEquals(null, site.json(link + ".json").get("note"));
    }

    @Test
    void theFirstVisitHandsOverTheLink() {
        var link = site.save(URL, "X-rays", "");
        var first = site.get(link).body();
        assertTrue(first.contains("Saved.") && first.contains("value=\"" + site.uri(link) + "\""), first);
        assertFalse(site.get(link).body().contains("Saved."));
        site.anotherBrowser();
        var others = site.get(link).body();
        assertTrue(
                others.contains("Saved search shared with you") && others.contains("Save a copy to your list"), others);
        assertFalse(others.contains("Mark all as seen"));
    }

    @Test
    void saysWhenPartialMatchesAreIncludedByAnotherRuleThanWhenItWasSaved() throws SQLException {
        var words = site.save("/search?q=ladder+reasons", "Ladders", "");
        var filters = site.save(URL, "X-rays", "");
        assertFalse(site.get(words).body().contains("rule for including partial matches"));
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("precedent.db"));
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE saved_search SET widening_rule = widening_rule - 1");
        }
        assertTrue(site.get(words).body().contains("rule for including partial matches has changed"));
        assertFalse(site.get(filters).body().contains("rule for including partial matches"));
    }

    @Test
    void keepsTheSearchNotThePlaceInIt() {
        var link = site.save("/search.csv?size=100&sort=newest&page=2&q=neck", "n", "");
        assertEquals(
                "/search?q=neck&sort=newest&size=100", site.json(link + ".json").get("url"));
    }

    @Test
    void savesNothingButSearchesOfThisServer() {
        for (var url : List.of(
                "https://elsewhere.example/search?q=a",
                "//elsewhere.example/search",
                "/searching",
                "/search/../saved",
                "javascript:alert(1)",
                "",
                "/search?nonsense=1",
                "/search?q=\"unclosed")) {
            assertEquals(
                    400, site.post("/saved", Map.of("url", url, "name", "n")).statusCode(), url);
        }
        assertEquals(0, site.saved().count());
    }

    @Test
    void takesNoChangeFromAnotherSite() {
        var form = Map.of("url", URL, "name", "n");
        assertEquals(
                403,
                site.post("/saved", form, "Origin", "https://elsewhere.example").statusCode());
        assertEquals(
                403, site.post("/saved", form, "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(403, site.post("/saved", form, new String[0]).statusCode());
        assertEquals(
                303, site.post("/saved", form, "Sec-Fetch-Site", "same-origin").statusCode());
    }

    @Test
    void limitsAreAnsweredInWords() {
        var answer = site.post("/saved", Map.of("url", URL, "name", "n".repeat(201)));
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("the name has 201 characters; at most 200 are kept"), answer.body());
    }

    @Test
    void renamesAndDeletesForTheOwnerAlone() {
        var link = site.save(URL, "X-rays", "");
        site.anotherBrowser();
        assertEquals(403, site.post(link + "/change", Map.of("name", "stolen")).statusCode());
        assertEquals(403, site.post(link + "/delete", Map.of()).statusCode());
        var own = site.save(URL, "Another", "");
        assertEquals(
                303,
                site.post(own + "/change", Map.of("name", "Renamed", "note", "why"))
                        .statusCode());
        assertTrue(site.get("/saved").body().contains("Renamed"));
        assertFalse(site.get("/saved").body().contains("X-rays"));
        assertEquals(303, site.post(own + "/delete", Map.of()).statusCode());
        assertEquals(404, site.get(own).statusCode());
        assertEquals(200, site.get(link).statusCode());
    }

    @Test
    void theCookieIsClosedToScriptsAndOtherSites() {
        var answer = site.post("/saved", Map.of("url", URL, "name", "n"));
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        var secret = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        var id = answer.headers().firstValue("Location").orElseThrow().substring(3);
        assertEquals(64, site.saved().find(id).orElseThrow().owner().hash().length());
        assertFalse(site.saved().find(id).orElseThrow().owner().hash().contains(secret));
    }

    @Test
    void markupInNamesAndNotesStaysText() {
        var nasty = "<script>alert(1)</script>\"'&";
        var link = site.save(URL, nasty, nasty);
        for (var path : List.of("/saved", link, link + ".atom", "/saved/bookmarks.html")) {
            var body = site.get(path).body();
            assertFalse(body.contains("<script>alert"), path);
            assertTrue(body.contains("&lt;script&gt;alert(1)"), path);
        }
        assertEquals(nasty, site.json(link + ".json").get("note"));
    }

    @Test
    void theListIsExportedAsJsonAndAsBookmarks() {
        site.save(URL, "<b> \"X-rays\" & more", "a\nnote");
        site.save("/search?q=%22red+flags%22+w%2F5+documented", "Flags", "");
        for (var path : List.of("/saved.json", "/saved/bookmarks.html")) {
            var file = site.get(path).body();
            site.anotherBrowser();
            var answer = site.upload("/saved/import", "list", file);
            assertEquals(
                    "/saved?done=2-0", answer.headers().firstValue("Location").orElse(answer.body()), path);
            assertEquals(contents(json(file, path)), contents(site.json("/saved.json")), path);
            assertEquals(
                    "/saved?done=0-2",
                    site.upload("/saved/import", "list", file)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow());
        }
    }

    @Test
    void bookmarksOfOtherSitesAreSkipped() {
        var file =
                "<DT><A HREF=\"https://elsewhere.example/\">x</A>\n<DT><A HREF=\"http://old:1/search?q=neck\">Neck</A>";
        assertEquals(
                "/saved?done=1-1",
                site.upload("/saved/import", "b.html", file)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
        assertEquals(400, site.upload("/saved/import", "b.html", "nothing here").statusCode());
        assertEquals(400, site.upload("/saved/import", "b.json", "{broken").statusCode());
    }

    @Test
    void badListsAreSplitOrRejectedAtOnce() {
        var files = Map.of(
                "<A".repeat(120_000),
                "400",
                "<A HREF=\"/search?q=a\">a</A>" + " ".repeat(200_000),
                "/saved?done=1-0",
                "{\"savedSearches\":" + "[".repeat(100_000),
                "400",
                "{\"version\":99,\"savedSearches\":{\"url\":\"/search\"}}",
                "400",
                "{\"savedSearches\":[5,null,[],{\"url\":7},{\"url\":\"/search?q=b\",\"name\":[1],\"created\":{}}]}",
                "/saved?done=1-4",
                "{\"savedSearches\":[{\"url\":\"/search?q=c\",\"created\":\"-999999999-01-01T00:00:00Z\"},"
                        + "{\"url\":\"/search?q=d\",\"created\":\"+999999999-01-01T00:00:00Z\"}]}",
                "/saved?done=2-0",
                "<A HREF=\"/search?q=e\" ADD_DATE=\"99999999999\">e</A><A HREF=\"javascript:alert(1)\">f</A>",
                "/saved?done=1-1",
                "{\"savedSearches\":[{\"url\":\"/search?q=%22open\"},{\"url\":\"/search?regoin=x\"},{\"url\":\"//\"}]}",
                "/saved?done=1-2");
        files.forEach((file, expected) -> {
            var answer = site.upload("/saved/import", "list", file);
            var said = answer.headers().firstValue("Location").orElse(Integer.toString(answer.statusCode()));
            assertEquals(expected, said, file.substring(0, Math.min(200, file.length())));
        });
    }

    @Test
    void unknownLinksAreReported() {
        for (var path : List.of("/s/abc", "/s/abc.json", "/s/abc.atom", "/s/0000000000000000000000")) {
            assertEquals(404, site.get(path).statusCode(), path);
        }
    }

    private Map<?, ?> json(String file, String path) {
        return path.endsWith(".json") ? org.precedent.json.Json.read(file, Map.class) : site.json("/saved.json");
    }

    private static List<List<Object>> contents(Map<?, ?> list) {
        return list(list, "savedSearches").stream()
                .map(e -> (Map<?, ?>) e)
                .map(e -> List.<Object>of(e.get("name"), e.get("note"), e.get("url")))
                .sorted(java.util.Comparator.comparing(Object::toString))
                .toList();
    }

    private static List<Map<?, ?>> results(Map<?, ?> json) {
        return list(json, "results").stream().<Map<?, ?>>map(r -> (Map<?, ?>) r).toList();
    }

    private static List<?> list(Map<?, ?> json, String key) {
        return json.get(key) instanceof List<?> list ? list : List.of();
    }

    private SiteFixture site() {
        return new SiteFixture(index.engine(), folder.resolve("precedent.db"));
    }

    private void put(int from, int to, String rationale, int year) {
        var numbers = IntStream.range(from, to)
                .boxed()
                .collect(Collectors.toMap(SavedSearchPagesTest::id, Function.identity()));
        var letters = numbers.keySet().stream()
                .sorted()
                .map(id -> WrittenLetters.letter(id, rationale, LocalDate.of(year, 1, 1)))
                .toList();
        index.put(letters, l -> seen(Objects.requireNonNull(numbers.get(l.id()))));
    }

    private static java.time.Instant seen(int number) {
        return WrittenLetters.SEEN.plusSeconds(number);
    }

    private static String id(int number) {
        return "CM14-%07d".formatted(number);
    }
}
