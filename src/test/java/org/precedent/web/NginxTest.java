package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample nginx configuration of the distribution, with a real nginx in front of a running server.
 */
class NginxTest {
    private static final String SIGNED_IN = "Authorization: Basic "
            + Base64.getEncoder().encodeToString("anna:open sesame".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private interface Trial {
        void of(BehindNginx site) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> theSampleConfiguration() {
        return SystemTool.find("nginx").stream()
                .flatMap(program -> Stream.of(
                        test("passes on whom it signed in and nobody else", program, NginxTest::admits),
                        test("links bear the name the client used", program, NginxTest::links),
                        test("saving works through it", program, NginxTest::saves),
                        test("keeps what has a checksum and nothing else", program, NginxTest::caches),
                        test("exports pass as they are made", program, NginxTest::streams)));
    }

    private DynamicTest test(String name, Path program, Trial trial) {
        return DynamicTest.dynamicTest(name, () -> {
            try (var site = BehindNginx.start(program, folder.resolve(name.replace(' ', '-')))) {
                trial.of(site);
            }
        });
    }

    private static void admits(BehindNginx site) throws IOException {
        assertTrue(site.ask("GET / HTTP/1.1").startsWith("HTTP/1.1 401"));
        var forged = site.ask("GET / HTTP/1.1", "X-Precedent-Access: " + BehindNginx.SECRET);
        assertTrue(forged.startsWith("HTTP/1.1 401"), forged);
        var page = site.ask("GET /search HTTP/1.1", SIGNED_IN);
        assertTrue(page.startsWith("HTTP/1.1 200") && page.contains("<h1"), page);
        assertTrue(page.contains("Content-Security-Policy: default-src 'none'"), page);
        assertEquals(403, new TestClient(site.serverPort()).get("/search").statusCode());
        assertTrue(site.ask("GET /metrics HTTP/1.1", SIGNED_IN).startsWith("HTTP/1.1 404"));
    }

    private static void links(BehindNginx site) throws IOException {
        var feed = site.ask("GET /search.atom HTTP/1.1", SIGNED_IN, "X-Forwarded-Proto: https");
        assertTrue(feed.contains("http://imr.example.org:" + site.port() + "/determinations/"), feed);
        assertFalse(feed.contains("127.0.0.1") || feed.contains("https://imr"), feed);
    }

    private static void saves(BehindNginx site) throws IOException {
        var body = "name=n&url=/search%3Fq%3Dred";
        var form = new String[] {
            SIGNED_IN,
            "Origin: http://imr.example.org:" + site.port(),
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: " + body.length()
        };
        var answer = site.exchange("POST /saved HTTP/1.1", body, form);
        assertTrue(answer.startsWith("HTTP/1.1 303"), answer);
        assertTrue(
                answer.contains("Location: /s/") || answer.contains("Location: http://imr.example.org:" + site.port()),
                answer);
        form[1] = "Origin: http://evil.example";
        assertTrue(site.exchange("POST /saved HTTP/1.1", body, form).startsWith("HTTP/1.1 403"));
        assertEquals(1, site.saved().count());
    }

    private static void caches(BehindNginx site) throws IOException {
        var page = site.ask("GET / HTTP/1.1", SIGNED_IN);
        int at = page.indexOf("/static/app.css?v=");
        var style = page.substring(at, page.indexOf('"', at));
        assertTrue(site.ask("GET " + style + " HTTP/1.1").contains("X-Cache: MISS"));
        var second = site.ask("GET " + style + " HTTP/1.1");
        assertTrue(second.contains("X-Cache: HIT") && second.contains("immutable"), second);
        site.ask("GET /static/app.css HTTP/1.1");
        assertFalse(site.ask("GET /static/app.css HTTP/1.1").contains("X-Cache: HIT"));
        assertFalse(page.contains("X-Cache"), "pages are made for each who asks");
    }

    // the second half is produced only after the client has read the first row, so buffering would deadlock
    private static void streams(BehindNginx site) throws IOException {
        var rows = TestClient.lines(site.port(), "/search.ndjson", SIGNED_IN.split(": ", 2))
                .iterator();
        assertTrue(rows.next().startsWith("{"));
        site.resume();
        int count = 1;
        for (; rows.hasNext(); rows.next()) {
            count++;
        }
        assertEquals(BehindNginx.LETTERS, count);
    }
}
