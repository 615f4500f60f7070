package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.json.Json;
import org.precedent.saved.SavedSearches;
import org.xml.sax.InputSource;

/**
 * Markup in determinations, queries, names, and notes stays text wherever it is shown; responses are parsed as a browser or feed reader
 * does.
 */
class MarkupTest {
    private static final String HOSTILE_TEXT =
            "\" onmouseover=\"alert(1)\" '><script>alert(2)</script><img src=x onerror=alert(3)><a href=javascript:alert(4)>"
                    + "</textarea></title><!-- ]]>&lt;b&gt;";
    private static final String QUERY = encoded(HOSTILE_TEXT);
    private static final Set<String> SHOWN =
            Set.of("/search", "/search.atom", "/determinations/{id}", "/compare", "/saved", "/s/{id}", "/", "/cite");

    @TempDir
    private static Path folder;

    private static SavedSearches saved;
    private static RunningServer server;
    private static TestClient client;
    private static String link;
    private static String owner;
    private static String id;

    @BeforeAll
    static void start() {
        saved = SavedSearches.open(folder.resolve("saved.db"), InstantSource.system());
        server = RunningServer.whole(
                new FixtureEngine(FixtureLetters.saying(HOSTILE_TEXT, 6)), RunningServer.options(), saved);
        client = new TestClient(server.port());
        var form = "name=" + QUERY + "&note=" + QUERY + "&url=" + encoded("/search?region=" + QUERY);
        var answer = client.post("/saved", form, "Sec-Fetch-Site", "same-origin");
        link = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        id = firstId();
        owner = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    @AfterAll
    static void stop() {
        server.close();
        saved.close();
    }

    @TestFactory
    Stream<DynamicTest> noPathMakesMarkupOfWhatItShows() {
        return server.routes().stream()
                .filter(route -> route.startsWith("GET "))
                .map(route -> route.substring(4))
                .flatMap(MarkupTest::addresses)
                .map(path -> DynamicTest.dynamicTest(
                        path.substring(0, Math.min(50, path.length())),
                        () -> check(client.get(path, "Cookie", owner))));
    }

    @Test
    void pastedTextsStayTexts() {
        check(client.post("/cite", "text=" + QUERY, "Sec-Fetch-Site", "same-origin"));
        check(client.post("/cite.json", "text=" + QUERY, "Sec-Fetch-Site", "same-origin"));
    }

    // guards the other tests, which prove nothing if the markup is not shown
    @Test
    void theLettersAndNamesAreShown() {
        var missing = new TreeSet<String>();
        for (var route : SHOWN) {
            var shown = addresses(route)
                    .anyMatch(path -> client.get(path, "Cookie", owner).body().contains("alert(3)&gt;"));
            if (!shown && !route.equals("/cite") && !route.equals("/")) {
                missing.add(route);
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static Stream<String> addresses(String route) {
        var saving = link.substring(link.lastIndexOf('/') + 1);
        var path = route.replace("<name>", "app.css")
                .replace("/s/{id}", "/s/" + saving)
                .replace("{id}", id)
                .replace("{part}", "1")
                .replace("{family}", "mtus")
                .replace("{title}", id)
                .replace("{edition}", "2004")
                .replace("{category}", "diagnostic-testing")
                .replace("{subcategory}", id)
                .replace("{item}", "mri")
                .replace("{token}", "x")
                .replace("{facet}", "region");
        return Stream.of(
                path,
                path + "?q=" + QUERY,
                path + "?q=red&region=" + QUERY,
                path + "?search=" + QUERY,
                path + "?i=" + id + ":1&i=" + id + ":2",
                path + "?" + QUERY + "=1",
                path + "?q=%22" + QUERY);
    }

    private static String firstId() {
        var all = Json.read(client.get("/search.json").body(), Map.class);
        var first = all.get("results") instanceof List<?> list ? (Map<?, ?>) list.getFirst() : Map.of();
        return encoded(String.valueOf(first.get("id"))).replace("+", "%20");
    }

    private static void check(HttpResponse<String> answer) {
        assertEquals(
                "nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
        var type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertTrue(answer.statusCode() < 500, answer.body());
        switch (type) {
            case "text/html" -> checkHtml(answer.body());
            case "application/atom+xml" -> checkXml(answer.body(), "http://www.w3.org/2005/Atom");
            case "application/xml" -> checkXml(answer.body(), "http://www.sitemaps.org/schemas/sitemap/0.9");
            case "application/json" -> Json.read(answer.body(), Object.class);
            default ->
                assertTrue(!type.endsWith("xml") || type.equals("image/svg+xml"), type + " is read as markup by some");
        }
    }

    private static void checkHtml(String body) {
        for (var element : Jsoup.parse(body).getAllElements()) {
            var name = element.tagName();
            var ours = !name.equals("script") || element.attr("src").startsWith("/static/");
            assertTrue(ours && !name.equals("img") && !name.equals("style"), element.outerHtml());
            assertTrue(
                    element.attributes().asList().stream()
                            .noneMatch(a -> a.getKey().startsWith("on")),
                    element.outerHtml());
            assertTrue(!leadsToScript(element), element.outerHtml());
        }
    }

    private static boolean leadsToScript(Element element) {
        return Stream.of("href", "src", "action", "formaction")
                .map(a -> element.attr(a).strip().toLowerCase(java.util.Locale.ROOT))
                .anyMatch(a -> a.startsWith("javascript:") || a.startsWith("data:"));
    }

    // A browser might execute an element of another namespace as a script.
    private static void checkXml(String body, String namespace) {
        try {
            var xml = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(body)));
            var all = xml.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                var element = (org.w3c.dom.Element) all.item(i);
                assertEquals(namespace, element.getNamespaceURI(), body);
                if (element.getAttribute("type").equals("html")) {
                    checkHtml(element.getTextContent());
                }
            }
        } catch (org.xml.sax.SAXException | java.io.IOException | javax.xml.parsers.ParserConfigurationException e) {
            throw new AssertionError(body, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
