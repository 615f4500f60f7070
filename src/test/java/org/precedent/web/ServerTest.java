package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.json.Json;

class ServerTest {
    private static final FixtureEngine ENGINE = new FixtureEngine(FixtureLetters.of(30));
    private static RunningServer server;
    private static TestClient client;

    @BeforeAll
    static void start() {
        server = RunningServer.over(ENGINE);
        client = new TestClient(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/search", "/search.json", "/determinations/CM15-9900001", "/nope", "/static/app.css"})
    void putsTheSecurityHeadersOnEveryAnswer(String path) {
        var headers = client.get(path).headers();
        var policy = headers.firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
        assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""));
        assertTrue(headers.firstValue("Content-Type").orElse("").endsWith("charset=utf-8"));
        assertEquals("Accept-Encoding", headers.firstValue("Vary").orElse(""));
        assertTrue(headers.firstValue("Server").isEmpty());
    }

    @Test
    void answersTheSecondTimeWithoutASearch() {
        var first = client.get("/search?q=red");
        var tag = first.headers().firstValue("ETag").orElseThrow();
        int before = ENGINE.searches();
        var second = client.get("/search?q=red", "If-None-Match", tag);
        assertEquals(304, second.statusCode());
        assertEquals(before, ENGINE.searches());
        assertEquals(
                200, client.get("/search?q=red&page=2", "If-None-Match", tag).statusCode());
    }

    @Test
    void keepsAssetsUnderTheirChecksumForAYear() {
        var page = client.get("/").body();
        int at = page.indexOf("/static/app.css?v=");
        var url = page.substring(at, page.indexOf('"', at));
        assertTrue(
                client.get(url).headers().firstValue("Cache-Control").orElse("").contains("immutable"));
        assertEquals(
                "no-cache",
                client.get("/static/app.css?v=0")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""));
    }

    @Test
    void compressesWhatIsLarge() {
        var zipped = client.get("/search", "Accept-Encoding", "gzip");
        assertEquals("gzip", zipped.headers().firstValue("Content-Encoding").orElse(""));
        assertFalse(zipped.headers()
                .firstValue("ETag")
                .equals(client.get("/search").headers().firstValue("ETag")));
    }

    @Test
    void refusesForeignHostNames() throws IOException {
        var foreign = client.raw("GET /search HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertTrue(foreign.startsWith("HTTP/1.1 421"), foreign);
        var own = client.raw("GET /robots.txt HTTP/1.1\r\nHost: localhost:1234\r\nConnection: close\r\n\r\n");
        assertTrue(own.startsWith("HTTP/1.1 200"), own);
    }

    @Test
    void refusesCrossSiteWrites() {
        try (var writable = RunningServer.over(
                new FixtureEngine(FixtureLetters.of(5)),
                RunningServer.options(),
                parts -> List.of(routes -> routes.post("/written", ctx -> ctx.result("written"))))) {
            var here = "http://127.0.0.1:" + writable.port();
            assertEquals(403, write(writable));
            assertEquals(403, write(writable, "Origin", "http://evil.example"));
            assertEquals(403, write(writable, "Origin", "null"));
            assertEquals(403, write(writable, "Sec-Fetch-Site", "cross-site"));
            assertEquals(403, write(writable, "Sec-Fetch-Site", "cross-site", "Origin", here));
            assertEquals(403, write(writable, "Sec-Fetch-Site", "same-site", "Origin", here));
            assertEquals(200, write(writable, "Sec-Fetch-Site", "same-origin"));
            assertEquals(200, write(writable, "Origin", here));
        }
    }

    private static int write(RunningServer server, String... headers) {
        return new TestClient(server.port()).post("/written", "a=b", headers).statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/static/../pom.xml",
                "/static/%2e%2e/pom.xml",
                "/static/..%2fpom.xml",
                "/determinations/..%2f..%2fetc%2fpasswd",
                "/determinations/%00"
            })
    void linksNowhereElse(String path) throws IOException {
        var answer = client.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 40"), answer);
        assertFalse(answer.contains("at org."), answer);
    }

    @Test
    void boundsTheAddress() throws IOException {
        var answer = client.raw(
                "GET /search?q=" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 4"), answer.substring(0, 60));
    }

    @Test
    void namesTheNearestParameter() {
        var answer = client.get("/search.json?regoin=Shoulder");
        var error = Json.read(answer.body(), Map.class);
        assertEquals(400, answer.statusCode());
        assertEquals("regoin", error.get("parameter"));
        assertTrue(String.valueOf(error.get("detail")).contains("\"region\""), answer.body());
        assertEquals(400, client.get("/search?regoin=Shoulder").statusCode());
    }

    @Test
    void saysWhereAQueryGoesWrong() {
        var json = client.get("/search.json?q=neck+%22pain");
        var error = Json.read(json.body(), Map.class);
        assertEquals(400, json.statusCode());
        assertEquals(5, error.get("position"));
        assertEquals(
                "[status, error, detail, position, parameter]", error.keySet().toString());
        var page = client.get("/search?q=neck+%22pain");
        assertEquals(400, page.statusCode());
        assertTrue(page.body().contains("\n<span aria-hidden=\"true\">     ^</span>"), page.body());
        assertTrue(page.body().contains("words=1"));
    }

    @Test
    void answersUnknownPathsInTheRequestedForm() {
        assertTrue(client.get("/nope").body().contains("<h1>Not found</h1>"));
        assertEquals(404, Json.read(client.get("/nope.json").body(), Map.class).get("status"));
        assertEquals(404, client.get("/determinations/CM00-0000000").statusCode());
        assertEquals(404, client.get("/facets/nothing").statusCode());
    }

    @Test
    void aFacetOfTooManyValuesNamesTheTableThatCountsThem() {
        for (var path : List.of("/facets/citation", "/facets/citation.json")) {
            var answer = client.get(path);
            assertEquals(404, answer.statusCode(), path);
            assertTrue(answer.body().contains("/insights?by=citation"), answer.body());
        }
        assertEquals(200, client.get("/insights?by=citation").statusCode());
    }

    @Test
    void leadsFromACaseNumberToItsLetter() {
        var pasted = client.get("/search?q=cm15+9900001");
        assertEquals(302, pasted.statusCode());
        assertTrue(pasted.headers().firstValue("Location").orElse("").endsWith("/determinations/CM15-9900001"));
        var cited = client.get("/search?q=IMR+Case+No.+CM15-9900001,+issue+1");
        assertEquals(302, cited.statusCode());
        assertTrue(cited.headers().firstValue("Location").orElse("").endsWith("/determinations/CM15-9900001#issue-1"));
        var running = client.get("/search?q=9900001");
        assertTrue(running.headers().firstValue("Location").orElse("").endsWith("/determinations/CM15-9900001"));
        var spelt = client.get("/determinations/cm159900001");
        assertEquals(301, spelt.statusCode());
        assertTrue(spelt.headers().firstValue("Location").orElse("").endsWith("/determinations/CM15-9900001"));
    }

    @Test
    void leadsToTheOneSpellingOfAFacetValue() {
        var given = client.get("/search?region=knee&q=pain");
        assertEquals(302, given.statusCode());
        assertTrue(given.headers().firstValue("Location").orElse("").endsWith("/search?q=pain&region=Knee"));
        assertEquals(
                client.get("/search.json?region=Knee").body(),
                client.get("/search.json?region=knee").body());
    }

    @Test
    void reportsHealthReadinessAndMetrics() {
        assertEquals(200, client.get("/healthz").statusCode());
        assertEquals("ready", Json.read(client.get("/readyz").body(), Map.class).get("status"));
        var metrics = client.get("/metrics").body();
        assertTrue(metrics.contains("precedent_letters 30"), metrics);
        assertTrue(client.get("/robots.txt").body().contains("Disallow: /search"));
    }

    @Test
    void keepsTheFacetSpaceFromSearchEngines() {
        var page = client.get("/search").body();
        assertTrue(page.contains("<meta name=\"robots\" content=\"noindex, nofollow\""));
        assertFalse(client.get("/determinations/CM15-9900001").body().contains("noindex"));
    }

    // As a browser counts it: the page and everything it loads, uncompressed and as transferred.
    @Test
    void resultPageStaysSmall() {
        int page = client.get("/search?q=red+flags").body().length();
        int written = weight("/search?q=red+flags", "identity");
        assertTrue(written - page < 27_000, () -> "style and scripts " + (written - page));
        int sent = weight("/search?size=100", "gzip");
        assertTrue(sent < 30_000, () -> "a hundred letters " + sent);
    }

    // Uncompressed: half the size from when each card contained its citation and each facet row two sentences.
    @Test
    void twentyDeterminationsStayLight() {
        for (var path : List.of("/search?q=red+flags&size=20", "/search?q=MRI&size=20", "/search?size=20")) {
            int page = client.bytes(path, "Accept-Encoding", "identity").length;
            assertTrue(page <= 40 * 1024, () -> path + " " + page);
        }
    }

    @Test
    void everyOtherPageStaysSmall() {
        for (var path : List.of("/", "/determinations/CM15-9900001", "/help", "/facets/region")) {
            assertTrue(weight(path, "gzip") < 30_000, () -> path + " " + weight(path, "gzip"));
        }
    }

    private static int weight(String path, String encoding) {
        var page = client.get(path).body();
        var loaded = Pattern.compile("(?:href|src)=\"(/static/[^\"]+\\.(?:css|js)[^\"]*)\"")
                .matcher(page)
                .results();
        return Stream.concat(Stream.of(path), loaded.map(m -> m.group(1)))
                .mapToInt(p -> client.bytes(p, "Accept-Encoding", encoding).length)
                .sum();
    }
}
