package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.json.Json;

/**
 * Malicious requests, sent as raw bytes to a running server with all its routes.
 */
class HostileRequestsTest extends WholeSiteTest {
    private static final String HOST = "Host: localhost\r\n";
    private static final String END = "Connection: close\r\n\r\n";
    private static final String FORM =
            HOST + "Origin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    private static final String SECOND = "GET /robots.txt HTTP/1.1\r\n" + HOST + END;
    private static final List<String> HEADERS = List.of(
            "Content-Security-Policy",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "X-Frame-Options",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy");

    // A proxy and the server might disagree whether the bytes after such a request are its body or another request
    // (request smuggling),
    // so the connection must be closed after a single refusal.
    static Stream<String> ambiguous() {
        var post = "POST /cite HTTP/1.1\r\n" + FORM;
        return Stream.of(
                post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SECOND,
                post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n" + SECOND,
                post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde" + SECOND,
                post + "Content-Length: 4\r\nContent-Length: 4\r\n\r\nabcd" + SECOND,
                post + "Content-Length: 4, 4\r\n\r\nabcd" + SECOND,
                post + "Content-Length: +4\r\n\r\nabcd" + SECOND,
                post + "Content-Length: -4\r\n\r\nabcd" + SECOND,
                post + "Content-Length: 0x4\r\n\r\nabcd" + SECOND,
                post + "Content-Length: 99999999999999999999\r\n\r\nabcd" + SECOND,
                post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + SECOND,
                post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + SECOND,
                post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n" + SECOND,
                post + "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n" + SECOND,
                post + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n" + SECOND,
                post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n" + SECOND,
                post + "Transfer-Encoding: chunked\r\n\r\n-1\r\nabc\r\n0\r\n\r\n" + SECOND,
                post + "Transfer-Encoding: chunked\r\n\r\n3\nabc\r\n0\r\n\r\n" + SECOND,
                "GET /robots.txt HTTP/1.1\r\n" + HOST + "X-Folded: a\r\n b\r\n\r\n" + SECOND,
                "GET /robots.txt HTTP/1.1\n" + HOST + "\r\n" + SECOND,
                "GET /robots.txt HTTP/1.1\r\nHost: localhost\n\r\n" + SECOND,
                "GET /robots.txt HTTP/1.1\r\nHost : localhost\r\n\r\n" + SECOND,
                "GET /robots.txt HTTP/1.1\r\n" + HOST + "no colon\r\n\r\n" + SECOND,
                "GET /robots.txt HTTP/1.1\r\n" + HOST + "X: a\0b\r\n\r\n" + SECOND,
                "GET /robots.txt HTTP/1.1\r\n" + HOST + HOST + "\r\n" + SECOND,
                "GET /robots.txt HTTP/1.1\r\n" + HOST + "Host: evil.example\r\n\r\n" + SECOND,
                "GET /robots.txt HTTP/1.1\r\n\r\n" + SECOND,
                "GET /robots.txt HTTP/1.1\r\nHost: \r\n\r\n" + SECOND,
                "GET /robots.txt HTTP/1.1\r\nHost: localhost@evil.example\r\n\r\n" + SECOND,
                "G@T /robots.txt HTTP/1.1\r\n" + HOST + "\r\n" + SECOND,
                "GET /robots.txt\r\n\r\n" + SECOND,
                "GET /robots.txt HTTP/9.9\r\n" + HOST + "\r\n" + SECOND,
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\0\u0001\0\u0001");
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void whatCanBeReadInTwoWaysIsRefusedOnceAndTheConnectionEnds(String bytes) throws IOException {
        var answer = client.raw(bytes);
        assertEquals(1, count(answer, "HTTP/1.1 "), answer);
        assertTrue(answer.matches("(?s)HTTP/1.1 (4\\d\\d|505) .*"), answer);
        assertFalse(
                answer.contains("evil.example") || answer.contains("jetty") || answer.contains("User-agent"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"evil.example", "localhost.evil.example", "evil.example:80", "xn--localhst-9ta.example", "evil"})
    void foreignNamesAreRefusedWithoutBeingRepeated(String name) throws IOException {
        for (var request : List.of(
                "GET /search HTTP/1.1", "GET /healthz HTTP/1.1", "POST /saved HTTP/1.1", "CONNECT x:1 HTTP/1.1")) {
            var answer = client.raw(request + "\r\nHost: " + name + "\r\nContent-Length: 0\r\n" + END);
            assertTrue(answer.matches("(?s)HTTP/1.1 4(21|00) .*"), answer);
            assertFalse(answer.contains(name), answer);
        }
    }

    @Test
    void theAddressLineNamesNoOtherHostThanTheHeader() throws IOException {
        for (var request : List.of(
                "GET http://evil.example/robots.txt HTTP/1.1\r\n" + HOST + END,
                "GET http://localhost/robots.txt HTTP/1.1\r\nHost: evil.example\r\n" + END,
                "GET http://evil.example/robots.txt HTTP/1.1\r\nHost: evil.example\r\n" + END,
                "GET http://localhost@evil.example/ HTTP/1.1\r\n" + HOST + END)) {
            var answer = client.raw(request);
            assertTrue(answer.matches("(?s)HTTP/1.1 4(21|00) .*"), answer);
            assertFalse(answer.contains("evil.example"), answer);
        }
    }

    @Test
    void forwardedHeadersOfUntrustedClientsAreIgnored() {
        var answer = client.get("/search.atom", "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https");
        assertFalse(answer.body().contains("evil.example") || answer.body().contains("https://127"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "PUT", "DELETE", "PATCH", "QUERY", "OPTIONS"})
    void otherMethodsGetAnAllowHeader(String method) throws IOException {
        for (var origin : List.of("", "Origin: http://localhost\r\n", "Origin: http://evil.example\r\n")) {
            for (var path :
                    List.of("/search", "/saved", "/determinations/CM15-9900001", "/metrics", "/static/app.css")) {
                var answer = client.raw(method + " " + path + " HTTP/1.1\r\n" + HOST + origin
                        + "Cookie: a=secret\r\nContent-Length: 0\r\n" + END);
                assertTrue(answer.startsWith("HTTP/1.1 405"), answer);
                assertTrue(answer.contains("\r\nAllow: GET"), answer);
                assertFalse(answer.contains("a=secret") || answer.contains("Endpoint"), answer);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "get", "GETT", "PROPFIND", "BEFORE", "WEBSOCKET_BEFORE_UPGRADE"})
    void unknownMethodsAreNotImplemented(String method) throws IOException {
        for (var path : List.of("/search", "/nowhere", "/saved")) {
            var answer = client.raw(method + " " + path + " HTTP/1.1\r\n" + HOST + "Content-Length: 0\r\n" + END);
            assertTrue(answer.startsWith("HTTP/1.1 501"), answer);
            assertSecure(answer);
        }
    }

    @Test
    void whatIsTooLargeIsRefused() throws IOException {
        assertRefused(414, "GET /search?q=" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST + END);
        assertRefused(431, "GET /search HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(20_000) + "\r\n" + END);
        assertRefused(431, "GET /search HTTP/1.1\r\n" + HOST + "X: y\r\n".repeat(4_000) + END);
        // refused before the body is sent
        assertRefused(
                413, "POST /cite HTTP/1.1\r\n" + FORM + "Expect: 100-continue\r\nContent-Length: 999999\r\n" + END);
        assertRefused(413, "POST /cite HTTP/1.1\r\n" + FORM + "Content-Length: 300000\r\n" + END + "x".repeat(300_000));
        var chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
        assertRefused(
                413,
                "POST /cite HTTP/1.1\r\n" + FORM + "Transfer-Encoding: chunked\r\n" + END + chunk.repeat(8)
                        + "0\r\n\r\n");
        assertRefused(
                415,
                "POST /cite HTTP/1.1\r\n" + FORM + "Content-Encoding: gzip\r\nContent-Length: 3\r\n" + END + "abc");
        var part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\na\r\n".repeat(1_500);
        assertRefused(
                400,
                "POST /saved/import HTTP/1.1\r\n"
                        + FORM.replaceFirst("Content-Type: .*", "Content-Type: multipart/form-data; boundary=b")
                        + "Content-Length: " + part.length() + "\r\n" + END + part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page=10001&size=100",
                "page=999999999",
                "page=2147483648",
                "page=-1",
                "size=101",
                "size=0",
                "from=0000-00-00",
                "from=+999999999-01-01",
                "sort=random",
                "scope=everything",
                "match=none",
                "regoin=x"
            })
    void impossibleParametersAreNamed(String query) {
        var json = client.get("/search.json?" + query.replace("+", "%2B"));
        assertEquals(
                query.substring(0, query.indexOf('=')),
                Json.read(json.body(), Map.class).get("parameter"));
        for (var path : List.of("/search", "/search.json", "/search.csv", "/search.atom")) {
            assertEquals(400, client.get(path + "?" + query.replace("+", "%2B")).statusCode(), path + "?" + query);
        }
    }

    @Test
    void queriesThatCostTooMuchAreRefusedInWords() {
        for (var query : List.of(
                "(".repeat(2_000) + "a" + ")".repeat(2_000),
                "NOT ".repeat(1_500) + "a",
                "a OR ".repeat(1_500) + "b",
                "a w/5 ".repeat(1_000) + "b",
                "\"" + "a ".repeat(3_000) + "\"")) {
            var json = client.get("/search.json?q=" + encoded(query));
            assertEquals(400, json.statusCode(), query.substring(0, 20) + " " + json.body());
            assertEquals(400, Json.read(json.body(), Map.class).get("status"));
            assertFalse(json.body().contains("Exception"), json.body());
        }
    }

    @Test
    void strangeCharactersAreOnlyCharacters() throws IOException {
        for (var bytes : List.of(
                "%00", "%ff%fe", "%ed%a0%80", "%e2%80%ae", "%f4%90%80%80", "%0d%0aSet-Cookie:%20a=b", "%1b%5b2J")) {
            for (var path : List.of(
                    "/search?q=",
                    "/search.json?q=",
                    "/search.atom?q=",
                    "/search.csv?q=",
                    "/suggest.json?q=",
                    "/search?region=")) {
                var answer = client.raw("GET " + path + bytes + " HTTP/1.1\r\n" + HOST + END);
                assertTrue(answer.matches("(?s)HTTP/1.1 (200|302|400|404) .*"), path + bytes + " " + answer);
                assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("\r\nset-cookie: a=b"), answer);
            }
        }
    }

    // reads the routes from the server itself, so that new ones are covered automatically
    @TestFactory
    Stream<DynamicTest> noPathParameterLeadsElsewhere() {
        var ways = List.of(
                "..",
                ".",
                "%2e%2e",
                "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
                "..%2f..%2fpom.xml",
                "..%5c..%5cpom.xml",
                "%252e%252e%252fpom.xml",
                "..;/pom.xml",
                "%00",
                "a%00.html",
                "..%c0%afpom.xml",
                "%2fetc%2fpasswd",
                "//etc/passwd",
                "....//pom.xml",
                "x%0d%0aX-Evil:1",
                "file:%2f%2f%2fetc%2fpasswd",
                "http:%2f%2fevil.example%2f",
                "a'%20or%201=1--",
                "x".repeat(5_000));
        return server.routes().stream()
                .filter(route -> route.contains("{") || route.contains("<"))
                .filter(route -> !route.startsWith("HEAD "))
                .map(route -> DynamicTest.dynamicTest(route, () -> {
                    for (var way : ways) {
                        var path = route.substring(route.indexOf(' ') + 1)
                                .replaceAll("\\{\\w+}|<\\w+>", java.util.regex.Matcher.quoteReplacement(way));
                        var method = route.substring(0, route.indexOf(' '));
                        var answer = client.raw(
                                method + " " + path + " HTTP/1.1\r\n" + FORM + "Content-Length: 0\r\n" + END);
                        // several long parameters exceed the limit on the whole URL
                        assertTrue(
                                answer.matches(
                                        "(?s)HTTP/1.1 (400|403|404" + (path.length() > 8_000 ? "|414" : "") + ") .*"),
                                path + "\n" + answer);
                        assertFalse(
                                answer.contains("<artifactId>")
                                        || answer.contains("root:")
                                        || answer.contains("X-Evil: 1")
                                        || answer.contains("\tat "),
                                answer);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerCarriesTheSecurityHeaders() {
        var refused = Stream.of(
                "GET /nowhere HTTP/1.1\r\n" + HOST + END,
                "GET /search?regoin=x HTTP/1.1\r\n" + HOST + END,
                "GET /search HTTP/1.1\r\nHost: evil.example\r\n" + END,
                "GET /search?q=" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST + END,
                "GET /%2e%2e/ HTTP/1.1\r\n" + HOST + END,
                "GET / HTTP/1.1\r\n" + HOST + "no colon\r\n" + END,
                "POST /saved HTTP/1.1\r\n" + HOST + "Content-Length: 0\r\n" + END);
        var answered = server.routes().stream()
                .map(route -> route.replaceAll("\\{\\w+}", "CM15-9900001").replace("<name>", "app.css")
                        + " HTTP/1.1\r\n" + FORM + "Content-Length: 0\r\n" + END);
        return Stream.concat(refused, answered)
                .map(request -> DynamicTest.dynamicTest(
                        request.substring(0, Math.min(60, request.indexOf('\r'))),
                        () -> assertSecure(client.raw(request))));
    }

    private static void assertSecure(String answer) {
        var head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        for (var header : HEADERS) {
            assertEquals(1, count(head, "\r\n" + header + ": "), header + " in\n" + head);
        }
        assertTrue(head.contains("default-src 'none'") && head.contains("frame-ancestors 'none'"), head);
        assertFalse(head.contains("unsafe") || head.contains("\r\nServer:") || head.contains("X-Powered-By"), head);
    }

    private static void assertRefused(int status, String request) throws IOException {
        var answer = client.raw(request);
        assertTrue(
                answer.startsWith("HTTP/1.1 " + status),
                status + " " + answer.substring(0, Math.min(300, answer.length())));
        assertEquals(1, count(answer, "HTTP/1.1 "), answer);
        assertSecure(answer);
    }

    private static String encoded(String query) {
        return java.net.URLEncoder.encode(query, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static long count(String text, String part) {
        return Arrays.stream(text.split(java.util.regex.Pattern.quote(part), -1))
                        .count()
                - 1;
    }
}
