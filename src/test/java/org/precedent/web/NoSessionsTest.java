package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.web.ServerOptions.Limits;
import org.precedent.web.http.Rights.Right;
import org.precedent.web.limit.SlowClientMonitor.ClientTimeouts;

/**
 * Requests leave no state on the server: there are no container sessions and no WebSockets, and requests for either pass the same checks
 * as all others.
 */
class NoSessionsTest {
    private static final String UPGRADE = String.join(
            "\r\n",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Protocol: chat",
            "");
    private static final String OLD_SESSION = "Cookie: JSESSIONID=node01abc.node0\r\n";

    private static RunningServer serve(ServerOptions options) {
        return RunningServer.over(
                new FixtureEngine(FixtureLetters.of(5)),
                options,
                parts -> List.of(routes -> routes.get(
                        "/session", ctx -> ctx.result(ctx.req().getSession().getId()), Right.NONE)));
    }

    @ParameterizedTest
    @EnumSource
    void anUpgradePassesTheHostCheckAndThePassword(AccessMode mode) throws IOException {
        try (var server = serve(mode.options())) {
            var client = new TestClient(server.port());
            for (var path : List.of("/search", "/healthz", "/nowhere")) {
                assertAnswered("421", client.raw(request("GET", path, "evil.example")));
            }
            var here = client.raw(request("GET", "/search", "localhost"));
            assertAnswered(mode.isOpenForReading() ? "200" : mode == AccessMode.PASSWORD ? "401" : "403", here);
            assertAnswered("404", client.raw(request("GET", "/nowhere", "localhost")));
        }
    }

    @Test
    void upgradesCountTowardsTheRate() throws IOException {
        // a burst of two requests, and one more every ten seconds
        var limits = new Limits(4, 6, 10, ClientTimeouts.DEFAULT);
        try (var server = serve(AccessMode.PUBLIC.options().with(limits))) {
            var client = new TestClient(server.port());
            var refused = 0;
            long start = System.nanoTime();
            for (int i = 0; i < 40; i++) {
                refused += client.raw(request("GET", "/search", "localhost")).startsWith("HTTP/1.1 429") ? 1 : 0;
            }
            long refilled = Duration.ofNanos(System.nanoTime() - start).toSeconds() / 10;
            assertTrue(refused >= 37 - refilled, refused + " of 40 refused");
        }
    }

    @Test
    void noHandlerCanMakeASession() {
        try (var server = serve(AccessMode.THIS_MACHINE.options())) {
            var answer = new TestClient(server.port()).get("/session");
            assertEquals(500, answer.statusCode());
            assertEquals(Optional.empty(), answer.headers().firstValue("Set-Cookie"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.eclipse.jetty.ee10.websocket.server.JettyWebSocketServlet",
                "org.eclipse.jetty.websocket.api.Session",
                "org.eclipse.jetty.websocket.core.server.WebSocketNegotiator"
            })
    void webSocketsAreNotOnTheClassPath(String name) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
    }

    private static void assertAnswered(String status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status), status + " expected: " + answer);
        var head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
        assertFalse(head.contains("set-cookie") || head.contains("sec-websocket"), head);
    }

    private static String request(String method, String path, String host) {
        return method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: application/json\r\n" + OLD_SESSION
                + UPGRADE + "\r\n";
    }
}
