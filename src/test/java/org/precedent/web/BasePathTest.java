package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.json.Json;
import org.precedent.saved.SavedSearches;
import org.precedent.search.BruteForceEngine;
import org.precedent.search.LetterBatch;
import org.precedent.search.facet.FacetPaths;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.http.BasePath;

/**
 * A server published under a path prefix by a proxy: no page, form, feed, file, or redirect leads outside the prefix.
 */
class BasePathTest {
    private static final String BASE = "/precedent";
    private static final String[] FORM = {"Sec-Fetch-Site", "same-origin"};
    private static final Pattern ADDRESS = Pattern.compile("(?<![\\w-])(?:href|src|action|formaction)=\"([^\"]*)\"");

    @TempDir
    private static Path folder;

    private static SavedSearches saved;
    private static RunningServer server;
    private static TestClient client;

    @BeforeAll
    static void start() {
        saved = SavedSearches.open(folder.resolve("saved.db"), InstantSource.system());
        var options = RunningServer.options().withBasePath(new BasePath(BASE));
        server = RunningServer.whole(
                new BruteForceEngine(
                        List.of(new LetterBatch(Instant.EPOCH, FixtureLetters.of(30))),
                        new FacetPaths(Vocabularies.bundled())),
                options,
                saved);
        client = new TestClient(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
        saved.close();
    }

    private static Stream<String> paths(String ending) {
        return server.routes().stream()
                .filter(route -> route.startsWith("GET "))
                .map(route -> route.substring(4)
                        .replaceAll("\\{\\w+}", "CM15-9900001")
                        .replace("/facets/CM15-9900001", "/facets/region")
                        .replace("<name>", "app.css"))
                .filter(path -> path.endsWith(ending));
    }

    @TestFactory
    Stream<DynamicTest> pagesLinkNowhereElse() {
        return Stream.concat(paths(""), Stream.of("/search?q=red", "/search?q=(", "/nowhere", "/search?view=issues"))
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var answer = client.get(BASE + path, "Accept", "text/html");
                    if (isHtml(answer)) {
                        assertTrue(answer.body().contains("data-base=\"" + BASE + "\""), path);
                        for (var address : addresses(answer.body())) {
                            assertInside(address, path);
                        }
                    }
                }));
    }

    @Test
    void everyLinkOfThePagesIsServed() {
        var followed = new TreeSet<String>();
        for (var page : List.of("/", "/search?q=red", "/determinations/CM15-9900001", "/help", "/about", "/saved")) {
            for (var address : addresses(client.get(BASE + page).body())) {
                if (address.startsWith(BASE)) {
                    followed.add(address.replace("&amp;", "&").replaceFirst("#.*", ""));
                }
            }
        }
        assertTrue(followed.size() > 50, followed.toString());
        for (var address : followed) {
            var status = client.get(address).statusCode();
            // the URL is a form's action: it needs POST (405) or, for a comparison, the fields of the form
            assertTrue(status == 200 || status == 405 || address.endsWith("/compare"), address + " " + status);
        }
    }

    @TestFactory
    Stream<DynamicTest> jsonUsesPathsBelowTheBasePath() {
        return Stream.concat(paths(".json"), Stream.of("/search.json?q=red&size=1"))
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    var answer = client.get(BASE + path);
                    assertTrue(answer.statusCode() < 500, path + " " + answer.body());
                    var json = Json.read(answer.body(), Object.class);
                    each(json, (name, value) -> {
                        if (value.startsWith("/") && !path.equals("/openapi.json")) {
                            assertInside(value, path + ", " + name);
                        }
                    });
                }));
    }

    @Test
    void filesAndFeedsUseAddressesBelowTheBasePath() {
        var origin = "http://127.0.0.1:" + server.port();
        for (var path : List.of("/search.atom", "/sitemap.xml", "/sitemap/1.xml", "/robots.txt")) {
            var body = client.get(BASE + path).body();
            assertTrue(body.contains(origin + BASE + "/"), path + " " + body);
            assertFalse(body.replace(origin + BASE + "/", "").contains(origin), path + " " + body);
        }
    }

    @Test
    void redirectsStayBelowIt() {
        var answer =
                client.post(BASE + "/saved", "name=n&url=" + BASE.replace("/", "%2F") + "%2Fsearch%3Fq%3Dred", FORM);
        assertEquals(303, answer.statusCode(), answer.body());
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertTrue(location.startsWith(BASE + "/s/"), location);
        var cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("Path=" + BASE + "/"), cookie);
        assertEquals(200, client.get(location).statusCode());
        assertTrue(client.get(location + ".json").body().contains("\"url\":\"" + BASE + "/search?q=red\""));
        var other = client.get(BASE + "/determinations/cm15-9900001");
        assertEquals(
                BASE + "/determinations/CM15-9900001",
                other.headers().firstValue("Location").orElse(""));
    }

    // some proxies strip the prefix, others pass it on
    @Test
    void requestsComeWithThePrefixOrWithoutIt() {
        for (var path : List.of("/", "/search?q=red", "/search.json?q=red", "/static/app.css", "/healthz")) {
            assertEquals(200, client.get(path).statusCode(), path);
            assertEquals(200, client.get(BASE + path).statusCode(), path);
            assertEquals(
                    addresses(client.get(path).body()),
                    addresses(client.get(BASE + path).body()),
                    path);
        }
        assertEquals(200, client.get(BASE).statusCode());
        assertEquals(404, client.get(BASE + "x/search").statusCode());
        assertEquals(404, client.get(BASE + BASE + "/search").statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "precedent",
                "http://evil.example",
                "//evil.example",
                "/a b",
                "/a\"b",
                "/..",
                "/a/../b",
                "/a?b",
                "/%2e"
            })
    void anInvalidPathIsRejected(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> new BasePath(text));
        assertTrue(String.valueOf(refused.getMessage()).contains("/precedent"), refused.getMessage());
    }

    private static boolean isHtml(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                && answer.headers().firstValue("Content-Disposition").isEmpty();
    }

    private static List<String> addresses(String html) {
        return ADDRESS.matcher(html).results().map(m -> m.group(1)).toList();
    }

    private static void assertInside(String address, String section) {
        var inside = address.startsWith(BASE + "/") && !address.startsWith(BASE + BASE);
        assertTrue(
                inside || address.isEmpty() || address.matches("[#?].*|https?://.*|mailto:.*"),
                address + " on " + section);
    }

    private static void each(Object json, BiConsumer<String, String> text) {
        if (json instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (value instanceof String string) {
                    text.accept(String.valueOf(name), string);
                } else {
                    each(value, text);
                }
            });
        } else if (json instanceof List<?> list) {
            list.forEach(value -> each(value, text));
        }
    }
}
