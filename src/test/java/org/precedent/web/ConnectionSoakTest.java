package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precedent.web.access.Access.Audience;

/**
 * Thousands of consecutive connections of one client, closed in every possible way: the last one is served like the first.
 */
@Timeout(120)
class ConnectionSoakTest {
    private static final int CONNECTIONS = 3_000;
    private static final int AT_ONCE = 64;
    private static final String HEALTH = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n";

    @ParameterizedTest
    @EnumSource
    void everyConnectionIsServedAfterManyOthers(AccessMode mode) throws IOException {
        try (var server = RunningServer.over(new FixtureEngine(FixtureLetters.of(5)), mode.options(), p -> List.of())) {
            for (int i = 0; i < CONNECTIONS; i++) {
                switch (i % 4) {
                    case 0 -> leave(server, HEALTH + "\r\n", false);
                    case 1 -> leave(server, HEALTH, true);
                    case 2 -> leave(server, "", true);
                    default -> assertEquals("HTTP/1.1 200", status(server), mode + ", connection " + i);
                }
            }
            assertServesAtOnce(server, mode);
        }
    }

    private static void assertServesAtOnce(RunningServer server, AccessMode mode) throws IOException {
        awaitNoConnections(server);
        var held = new ArrayList<Socket>();
        try {
            for (int i = 0; i < AT_ONCE + 6; i++) {
                held.add(connect(server));
            }
            long served = held.stream().filter(ConnectionSoakTest::answers).count();
            var bounded = mode.access().audience() != Audience.THIS_MACHINE;
            assertEquals(bounded ? AT_ONCE : AT_ONCE + 6, served, mode + ": served at once");
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
    }

    // the server notices a closed connection slightly later than the client
    private static void awaitNoConnections(RunningServer server) throws IOException {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        var open = server.connections();
        while (open > 0 && System.nanoTime() < end) {
            assertTrue(status(server).startsWith("HTTP/1.1"));
            open = server.connections();
        }
        assertEquals(0, open, "connections open after their clients left");
    }

    private static Socket connect(RunningServer server) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** Sends data and disconnects without reading a response. */
    private static void leave(RunningServer server, String sent, boolean reset) throws IOException {
        try (var socket = connect(server)) {
            socket.setSoLinger(reset, 0);
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static String status(RunningServer server) throws IOException {
        try (var socket = connect(server)) {
            socket.getOutputStream().write((HEALTH + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.substring(0, Math.min(12, answer.length()));
        }
    }

    private static boolean answers(Socket socket) {
        try {
            socket.getOutputStream().write((HEALTH + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
