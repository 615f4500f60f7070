package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.json.Json;

/**
 * How the real server process starts, logs, and stops.
 */
class ServeProcessTest {

    private static final List<String> UNFINISHED = List.of(
            "POST /cite HTTP/1.1",
            "Host: localhost",
            "Origin: http://localhost",
            "Expect: 100-continue",
            "Content-Type: application/x-www-form-urlencoded",
            "Content-Length: 24",
            "Connection: close");

    @TempDir
    private Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private MaintenanceFixture fixture;

    @BeforeEach
    void fill() {
        fixture = new MaintenanceFixture(folder).withLetters(3).ingested();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void finishesRunningRequestsWhenStopped() throws IOException {
        try (var server = serve();
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            // the server is waiting for the rest of the request body when it receives SIGTERM
            socket.setSoTimeout(20_000);
            send(socket, String.join("\r\n", UNFINISHED) + "\r\n\r\n");
            assertTrue(line(socket).startsWith("HTTP/1.1 100"));
            server.terminate();
            server.await(() -> server.said().contains("stopping"));
            send(socket, "text=see+" + MaintenanceFixture.id(1) + "xyz");
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.contains("HTTP/1.1 200") && answer.endsWith("</html>\n"), answer);
            assertEquals(143, server.exitCode(), server::said);
            assertFalse(server.said().contains("Exception") || server.said().contains("WARN"), server::said);
        }
        assertEquals(
                Main.DONE,
                Cli.run("verify", "--index", fixture.index().toString()).exitCode());
    }

    @Test
    void aPortInUseIsReported() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            var result =
                    Cli.run("serve", "--port", port, "--index", fixture.index().toString());
            assertEquals(Main.FAILED, result.exitCode());
            assertTrue(
                    result.err()
                            .contains("127.0.0.1 port " + port
                                    + ": another program, perhaps another Precedent server, is listening there"),
                    result.err());
            assertTrue(result.err().contains("--port"), result.err());
        }
    }

    @Test
    void anAddressOfAnotherMachineIsRejected() {
        var result = Cli.run(
                "serve",
                "--host",
                "192.0.2.1",
                "--public",
                "--port",
                "0",
                "--index",
                fixture.index().toString());
        assertEquals(Main.FAILED, result.exitCode());
        assertTrue(result.err().contains("not an address of this machine"), result.err());
    }

    @Test
    void logsObjectsOfJsonWithoutQueriesAndLetters() throws IOException, InterruptedException {
        try (var server = serve("--log-format", "json", "--log-level", "debug")) {
            get(server, "/search?q=confidential+matter&region=Shoulder");
            get(server, "/search?q=%22confidential+matter");
            get(server, "/determinations/" + MaintenanceFixture.id(1) + "?search=q%3Dconfidential");
            get(server, "/nowhere/confidential");
            server.terminate();
            assertEquals(143, server.exitCode());
            var lines = server.said()
                    .lines()
                    .filter(l -> l.startsWith("{"))
                    .map(l -> Json.read(l, Map.class))
                    .toList();
            assertEquals(server.said().lines().count() - 1, lines.size(), server.said());
            var requests = lines.stream()
                    .filter(l -> "request".equals(l.get("formattedMessage")))
                    .toList();
            assertEquals(4, requests.size(), server.said());
            assertTrue(requests.stream().allMatch(l -> "DEBUG".equals(l.get("level"))), server.said());
            assertEquals(
                    List.of("/search", "/search", "/determinations/{id}", "none"),
                    requests.stream().map(l -> value(l, "path")).toList());
            assertEquals("200", value(requests.getFirst(), "status"));
            assertTrue(lines.stream().anyMatch(l -> "INFO".equals(l.get("level"))), server.said());
            for (var word : List.of("confidential", "Shoulder", MaintenanceFixture.id(1))) {
                assertFalse(server.said().contains(word), server.said());
            }
        }
    }

    @Test
    void exposesFilesAndTheLastIngestAsMetrics() throws IOException, InterruptedException {
        Cli.run(
                "ingest",
                fixture.letters().toString(),
                "--index",
                fixture.index().toString());
        try (var server = serve()) {
            var metrics = get(server, "/metrics").body();
            assertTrue(metrics.contains("precedent_last_ingest_files{outcome=\"unchanged\"} 3.0"), metrics);
            assertTrue(metrics.contains("precedent_last_ingest_timestamp_seconds 1."), metrics);
            assertTrue(metrics.lines().anyMatch(l -> l.matches("precedent_index_bytes [1-9].*")), metrics);
            assertTrue(metrics.contains("precedent_cache_entries{cache=\"segments\"} "), metrics);
        }
    }

    private RealProcess serve(String... more) {
        var args = new java.util.ArrayList<>(
                List.of("serve", "--port", "0", "--index", fixture.index().toString()));
        args.addAll(List.of(more));
        var server = RealProcess.start(folder, args.toArray(String[]::new));
        server.port();
        return server;
    }

    private HttpResponse<String> get(RealProcess server, String path) throws IOException, InterruptedException {
        var uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static String value(Map<?, ?> line, String key) {
        assertTrue(line.get("kvpList") instanceof List<?>, line.toString());
        for (var pair : (List<?>) Objects.requireNonNull(line.get("kvpList"))) {
            var value = pair instanceof Map<?, ?> map ? map.get(key) : null;
            if (value != null) {
                return value.toString();
            }
        }
        throw new AssertionError(key + " is not in " + line);
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String line(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\n';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
