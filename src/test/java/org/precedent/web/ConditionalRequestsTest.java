package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * HEAD requests and conditional requests on every route of a running server.
 */
class ConditionalRequestsTest extends WholeSiteTest {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    @TestFactory
    Stream<DynamicTest> headReportsTheSameLengthAsGet() {
        return server.routes().stream()
                .filter(route -> route.startsWith("GET ") && !route.endsWith("/metrics"))
                .map(route -> route.substring(4)
                        .replaceAll("\\{\\w+}", "CM15-9900001")
                        .replace("<name>", "app.css"))
                .flatMap(path -> Stream.of(path, path + "?q=red"))
                .map(path -> DynamicTest.dynamicTest(path, () -> assertSameHead(path)));
    }

    private static void assertSameHead(String path) throws IOException {
        for (var encoding : new String[] {"identity", "gzip"}) {
            var get = raw("GET", path, encoding);
            var head = raw("HEAD", path, encoding);
            assertEquals(status(get), status(head), path);
            assertTrue(head.endsWith("\r\n\r\n"), "HEAD has a body: " + head);
            var claimed = length(head);
            if (claimed.isPresent()) {
                var body = get.substring(get.indexOf("\r\n\r\n") + 4);
                assertEquals(Optional.of(body.length()), claimed, path + " " + encoding);
            }
        }
    }

    @Test
    void aFeedUnmodifiedSinceItsDateIsNotSentAgain() {
        for (var path : new String[] {"/search.atom", "/search.atom?q=red"}) {
            var first = client.get(path);
            var modified = first.headers().firstValue("Last-Modified").orElseThrow();
            var again = client.get(path, "If-Modified-Since", modified);
            assertEquals(304, again.statusCode(), path);
            assertTrue(again.body().isEmpty());
            var date = Instant.from(HTTP_DATE.parse(modified));
            assertEquals(304, since(path, date.plusSeconds(1)));
            assertEquals(200, since(path, date.minusSeconds(1)));
            assertEquals(
                    200, client.get(path, "If-Modified-Since", "last Tuesday").statusCode());
        }
    }

    @Test
    void aTagDecidesWhereBothAreSent() {
        var first = client.get("/search.atom");
        var modified = first.headers().firstValue("Last-Modified").orElseThrow();
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertEquals(200, conditional("\"other\"", modified));
        assertEquals(304, conditional(tag, "Thu, 01 Jan 1970 00:00:00 GMT"));
    }

    private static int conditional(String tag, String since) {
        return client.get("/search.atom", "If-None-Match", tag, "If-Modified-Since", since)
                .statusCode();
    }

    private static int since(String path, Instant instant) {
        return client.get(path, "If-Modified-Since", HTTP_DATE.format(instant)).statusCode();
    }

    private static String raw(String method, String path, String encoding) throws IOException {
        return client.raw(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: " + encoding
                + "\r\nConnection: close\r\n\r\n");
    }

    private static String status(String answer) {
        assertFalse(answer.isEmpty());
        return answer.substring(0, answer.indexOf("\r\n"));
    }

    private static Optional<Integer> length(String answer) {
        var matcher = LENGTH.matcher(answer.substring(0, answer.indexOf("\r\n\r\n") + 2));
        return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }
}
