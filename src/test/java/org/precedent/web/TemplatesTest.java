package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Renders every page with and without content, so that an undeclared name in a template fails the build.
 */
class TemplatesTest {
    private static final List<String> PAGES = List.of(
            "/",
            "/search",
            "/search?q=X-ray+red+flags&region=Shoulder&not.year=2014&from=2014-01-01",
            "/search?q=red&view=table&sort=newest&size=25&page=2",
            "/search?q=nothing+cervicle&decision=Upheld",
            "/search?q=%22open&modality=CT",
            "/search?regoin=x",
            "/determinations/CM15-9900001",
            "/determinations/CM15-9900001?search=q%3Dflags",
            "/determinations/unknown",
            "/compare?i=CM15-9900001:1&i=CM15-9900001:2&i=unknown:9",
            "/compare?i=CM15-9900001:1",
            "/compare",
            "/facets/region?q=red",
            "/search/outcomes?q=red&size=25",
            "/search/outcomes?q=nothing+cervicle",
            "/facets/region?find=cer&order=az",
            "/help",
            "/about",
            "/nowhere");

    private static final RunningServer FULL = RunningServer.over(new FixtureEngine(FixtureLetters.of(12)));
    private static final RunningServer EMPTY = RunningServer.over(new FixtureEngine(List.of()));

    @AfterAll
    static void stop() {
        FULL.close();
        EMPTY.close();
    }

    @TestFactory
    Stream<DynamicTest> rendersEveryPageFullAndEmpty() {
        return PAGES.stream()
                .flatMap(page -> Stream.of(
                        DynamicTest.dynamicTest(page + " with letters", () -> renders(page, FULL)),
                        DynamicTest.dynamicTest(page + " without", () -> renders(page, EMPTY))));
    }

    private static void renders(String path, RunningServer server) {
        var answer = new TestClient(server.port()).get(path);
        var page = answer.body();
        assertTrue(answer.statusCode() < 500, answer.statusCode() + " " + page);
        var title = page.replaceFirst("(?s).*<meta property=\"og:title\" content=\"([^\"]*)\" />.*", "$1");
        assertTrue(page.contains("<title>" + title + " – Precedent</title>"), title.length() > 200 ? page : title);
        assertTrue(page.startsWith("<!doctype html>") && page.strip().endsWith("</html>"), page);
        assertFalse(page.contains("th:"), page);
        assertEquals(1, count(page, "<h1"), path);
        assertTrue(page.contains("Not precedent."), path);
        assertEquals(
                count(page, " id=\""),
                page.lines()
                        .flatMap(l -> Stream.of(l.split(" id=\"", -1)).skip(1))
                        .map(s -> s.substring(0, s.indexOf('"')))
                        .distinct()
                        .count(),
                "ids are unique in " + path);
    }

    private static long count(String text, String part) {
        return ((long) text.length() - text.replace(part, "").length()) / part.length();
    }

    @Test
    void escapesWhatLettersAndQueriesSay() {
        var client = new TestClient(FULL.port());
        var page = client.get("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").body();
        assertFalse(page.contains("<script>alert"), page);
        assertTrue(client.get("/search").body().contains("&lt;generic&gt; &amp; refills"));
    }

    @Test
    void holdNoMarkupOfTheirOwnMaking() throws IOException {
        try (var files = Files.walk(Path.of("templates"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file);
                assertFalse(text.contains("th:utext"), file.toString());
                assertFalse(
                        text.contains(" style=") || text.contains("<style") || text.contains("onclick"),
                        file.toString());
            }
        }
    }
}
