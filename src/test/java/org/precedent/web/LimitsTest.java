package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.json.Json;
import org.precedent.saved.SavedSearches;
import org.precedent.web.ServerOptions.Limits;
import org.precedent.web.access.Access;
import org.precedent.web.access.Access.Audience;
import org.precedent.web.access.Secret;
import org.precedent.web.limit.SlowClientMonitor.ClientTimeouts;

/**
 * Limits per client, and service to others while one client is limited.
 */
class LimitsTest {
    private static final Access PUBLIC = new Access(Audience.ANYBODY, Optional.empty(), Optional.empty());
    private static final ClientTimeouts IMPATIENT =
            new ClientTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Long.MAX_VALUE);
    private static final int DRIP_MILLIS = 100;
    private static final int DRIPS = 300;
    private static final String TYPE = "Content-Type: application/x-www-form-urlencoded";

    @TempDir
    private Path folder;

    private @Nullable SavedSearches saved;

    @AfterEach
    void close() {
        if (saved != null) {
            saved.close();
        }
    }

    @Test
    void clientBeyondItsRateGetsRetryAfter() throws IOException {
        try (var server = serve(RunningServer.options().with(PUBLIC).with(limits(60)))) {
            var client = new TestClient(server.port());
            long start = System.nanoTime();
            var answers = IntStream.range(0, 30)
                    .mapToObj(i ->
                            client.get("/robots.txt", "X-Forwarded-For", "192.0.2." + i, "X-Real-IP", "192.0.2." + i))
                    .toList();
            long refilled = Duration.ofNanos(System.nanoTime() - start).toSeconds();
            long served = answers.stream().filter(a -> a.statusCode() == 200).count();
            assertTrue(served >= 20 && served <= 21 + refilled, served + " of 30 served");
            var page = refused(client, "/search", "Accept", "text/html");
            assertTrue(page.body().contains("<h1>Too many requests</h1>"), page.body());
            assertEquals("1", page.headers().firstValue("Retry-After").orElse(""));
            var json = Json.read(refused(client, "/search.json").body(), Map.class);
            assertEquals(429, json.get("status"));
            assertTrue(from("127.0.0.2", server.port()).startsWith("HTTP/1.1 200"), "others are served");
        }
    }

    /** The first response with status 429; a client gets one more request every second. */
    private static HttpResponse<String> refused(TestClient client, String path, String... headers) {
        var answer = client.get(path, headers);
        while (answer.statusCode() == 200) {
            answer = client.get(path, headers);
        }
        assertEquals(429, answer.statusCode());
        return answer;
    }

    @Test
    void theHealthCheckIsAnsweredWhateverElseIsRefused() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var latch = new CountDownLatch(1);
        var engine = SlowEngines.searching(new FixtureEngine(FixtureLetters.of(5)), begun, latch);
        var options = RunningServer.options().with(PUBLIC).with(new Limits(1, 60, 10, ClientTimeouts.DEFAULT));
        try (var server = RunningServer.over(engine, options, parts -> List.of())) {
            var client = new TestClient(server.port());
            var running = later(() -> client.get("/search?q=red"));
            begun.await();
            var statuses = IntStream.range(0, 200)
                    .map(i -> client.get("/healthz").statusCode())
                    .distinct()
                    .toArray();
            assertEquals(List.of(200), IntStream.of(statuses).boxed().toList(), "while every place is taken");
            while (client.get("/robots.txt").statusCode() != 429) {
                assertEquals(200, client.get("/healthz").statusCode());
            }
            assertEquals(200, client.get("/healthz").statusCode(), "beyond the rate");
            latch.countDown();
            assertEquals(200, running.join().statusCode());
        } finally {
            latch.countDown();
        }
    }

    @Test
    void slowReadersDoNotHoldAllExports() throws IOException {
        try (var server = serve(patient(), 4000)) {
            var client = new TestClient(server.port());
            var held = new ArrayList<Socket>();
            try {
                for (int i = 0; i < 12; i++) {
                    held.add(slowReader(server, "/search.ndjson"));
                }
                for (var ending : List.of("csv", "ris", "ndjson", "zip")) {
                    assertEquals(200, client.get("/search." + ending).statusCode(), ending);
                }
            } finally {
                for (var socket : held) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void oneClientDoesNotHoldAllExports() throws IOException {
        try (var server = serve(patient(), 4000)) {
            var client = new TestClient(server.port());
            var held = new ArrayList<Socket>();
            try {
                for (int i = 0; i < 16; i++) {
                    held.add(slowReader(server, "/search.ndjson"));
                }
                var refused = client.get("/search.csv");
                assertEquals(429, refused.statusCode(), "the client's seventeenth");
                assertTrue(refused.headers().firstValue("Retry-After").isPresent());
                assertTrue(
                        from("127.0.0.2", server.port(), "/search.csv").startsWith("HTTP/1.1 200"), "another client's");
            } finally {
                for (var socket : held) {
                    socket.close();
                }
            }
        }
    }

    /** Requests a file and reads only the beginning of the response. */
    private static Socket slowReader(RunningServer server, String path) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(32 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
        send(socket, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertEquals("HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void clientsOfATrustedProxyAreCountedSeparately() {
        var options =
                RunningServer.options().with(PUBLIC).withProxies(Set.of("imr.example.org"), Set.of("127.0.0.0/8"));
        try (var server = serve(options.with(limits(6)))) {
            var client = new TestClient(server.port());
            // a burst of two requests, and one more every ten seconds; addresses sent by the client itself come before
            // the one added by the proxy
            for (int i = 0; i < 2; i++) {
                assertEquals(200, forwarded(client, "198.51.100." + i + ", 192.0.2.1"));
            }
            assertEquals(429, forwarded(client, "192.0.2.1"));
            assertEquals(429, forwarded(client, "203.0.113.9, 192.0.2.1, 127.0.0.9"));
            assertEquals(200, forwarded(client, "192.0.2.2"));
            for (int i = 0; i < 2; i++) {
                assertEquals(200, forwarded(client, "2001:db8:0:1::" + i));
            }
            assertEquals(429, forwarded(client, "[2001:db8:0:1:ffff::1]:4711"));
            assertEquals(200, forwarded(client, "2001:db8:0:2::1"));
            assertEquals(200, forwarded(client, "nonsense"));
        }
    }

    @Test
    void theSchemeIsBelievedOfATrustedProxyAlone() {
        var access = new Access(Audience.ANYBODY, Optional.of(Secret.of("correct horse battery")), Optional.empty());
        var options = RunningServer.options().with(access);
        for (boolean trusted : new boolean[] {true, false}) {
            var proxies = trusted ? Set.of("127.0.0.1") : Set.<String>of();
            try (var server = serve(options.withProxies(Set.of(), proxies))) {
                var client = new TestClient(server.port());
                var feed = client.get("/determinations/CM15-9900001", "X-Forwarded-Proto", "https")
                        .body();
                assertEquals(trusted, feed.contains("https://127.0.0.1"), feed);
                var cookie = client.post(
                                "/sign-in",
                                "password=correct+horse+battery",
                                "X-Forwarded-Proto",
                                "https",
                                "Sec-Fetch-Site",
                                "same-origin")
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow();
                assertEquals(trusted, cookie.contains("Secure"), cookie);
            }
        }
    }

    @Test
    void onePeerDoesNotTakeAllConnections() throws IOException {
        try (var server = serve(patient().with(PUBLIC))) {
            var held = new ArrayList<Socket>();
            int ended = 0;
            for (int i = 0; i < 70; i++) {
                held.add(new Socket(InetAddress.getLoopbackAddress(), server.port()));
            }
            for (var socket : held) {
                ended += answers(socket) ? 0 : 1;
            }
            assertEquals(6, ended);
            assertTrue(from("127.0.0.2", server.port()).startsWith("HTTP/1.1 200"), "others are served");
            for (var socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void aSlowlySentHeaderOrBodyTimesOut() {
        var form = String.join("\r\n", "POST /cite HTTP/1.1", "Host: localhost", "Origin: http://localhost", TYPE, "");
        try (var server = serve(impatient())) {
            var drips = Stream.of(
                            dripped(server, "GET /search HTTP/1.1\r\nHost: localhost\r\nX: ", "x"),
                            dripped(server, form + "Content-Length: 9999\r\n\r\ntext=", "x"),
                            dripped(server, form + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"),
                            dripped(
                                    server,
                                    "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\nGET /search HTTP/1.1\r\nX: ",
                                    "x"))
                    .toList();
            assertEquals(200, new TestClient(server.port()).get("/robots.txt").statusCode());
            for (var drip : drips) {
                assertTrue(drip.join() < DRIPS, drip.join() + " drops were taken");
            }
        }
    }

    @Test
    void aSlowServerIsNotASlowClient() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var latch = new CountDownLatch(1);
        var engine = SlowEngines.searching(new FixtureEngine(FixtureLetters.of(5)), begun, latch);
        try (var server = RunningServer.over(engine, impatient(), parts -> List.of())) {
            var running = later(() -> new TestClient(server.port()).get("/search?q=red"));
            begun.await();
            // this slow client starts later, so once it is cut off, the time limit has also passed for the first one
            var drip = dripped(server, "GET /search HTTP/1.1\r\nHost: localhost\r\nX: ", "x");
            assertTrue(drip.join() < DRIPS, drip.join() + " drops were taken");
            latch.countDown();
            assertEquals(200, running.join().statusCode());
        } finally {
            latch.countDown();
        }
    }

    @Test
    void aDownloadThatIsReadDropByDropIsBrokenOff() throws IOException {
        try (var server = serve(impatient(), 4000);
                var socket = new Socket()) {
            socket.setReceiveBufferSize(32 * 1024);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            send(socket, "GET /search.ndjson HTTP/1.1\r\nHost: localhost\r\n\r\n");
            var read = socket.getInputStream().readNBytes(16);
            for (int drop = 0; drop < 30; drop++) {
                assertFalse(comes(server));
                read = socket.getInputStream().readNBytes(16);
            }
            assertEquals(16, read.length);
            assertFalse(rest(socket).endsWith("0\r\n\r\n"), "half a file must not pass for a whole one");
            assertEquals(200, new TestClient(server.port()).get("/robots.txt").statusCode());
        }
    }

    @Test
    void tooManySearchesAtOnceAreRefusedAndTheRestContinue() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var latch = new CountDownLatch(1);
        var engine = SlowEngines.searching(new FixtureEngine(FixtureLetters.of(5)), begun, latch);
        var options = RunningServer.options().with(new Limits(1, 0, 10, ClientTimeouts.DEFAULT));
        try (var server = RunningServer.over(engine, options, parts -> List.of())) {
            var client = new TestClient(server.port());
            var running = later(() -> client.get("/search?q=red"));
            begun.await();
            var page = later(() -> client.get("/search?q=blue"));
            var json = later(() -> client.get("/search.json?q=blue"));
            assertEquals(200, client.get("/robots.txt").statusCode());
            assertTrue(page.join().body().contains("<h1>Busy</h1>"), page.join().body());
            assertEquals(503, page.join().statusCode());
            assertEquals("2", page.join().headers().firstValue("Retry-After").orElse(""));
            assertEquals(503, Json.read(json.join().body(), Map.class).get("status"));
            latch.countDown();
            assertEquals(200, running.join().statusCode());
            assertEquals(200, client.get("/search?q=blue").statusCode());
        } finally {
            latch.countDown();
        }
    }

    @Test
    void aResultTooLargeForAFileIsRefusedWithBothNumbers() {
        var options = RunningServer.options().with(new Limits(4, 0, 10, ClientTimeouts.DEFAULT));
        try (var server = serve(options)) {
            var client = new TestClient(server.port());
            for (var ending : List.of("csv", "ndjson", "zip", "ris", "bib")) {
                var answer = client.get("/search." + ending);
                assertEquals(400, answer.statusCode(), ending);
                assertTrue(
                        answer.body().contains("finds 40 determinations; one file can hold at most 10"), answer.body());
                assertTrue(answer.headers().firstValue("Content-Disposition").isEmpty());
            }
        }
    }

    private static <T> CompletableFuture<T> later(Supplier<T> asking) {
        return CompletableFuture.supplyAsync(asking, Thread::startVirtualThread);
    }

    private static Limits limits(int rate) {
        return new Limits(4, rate, 10, ClientTimeouts.DEFAULT);
    }

    /** Large exports, and no client is cut off before the end of a test. */
    private static ServerOptions patient() {
        var timeouts = new ClientTimeouts(Duration.ofMinutes(10), Duration.ofMinutes(10), 1);
        return RunningServer.options().with(new Limits(4, 0, 100_000, timeouts));
    }

    private static ServerOptions impatient() {
        return RunningServer.options().with(new Limits(4, 0, 100_000, IMPATIENT));
    }

    private RunningServer serve(ServerOptions options) {
        return serve(options, 40);
    }

    private RunningServer serve(ServerOptions options, int letters) {
        var kept = SavedSearches.open(folder.resolve("saved.db"), InstantSource.system());
        saved = kept;
        return RunningServer.whole(new FixtureEngine(FixtureLetters.of(letters)), options, kept);
    }

    private static int forwarded(TestClient client, String addresses) {
        return client.get("/robots.txt", "X-Forwarded-For", addresses).statusCode();
    }

    /** The response to a request from another local address. */
    private static String from(String address, int port) throws IOException {
        return from(address, port, "/robots.txt");
    }

    private static String from(String address, int port, String path) throws IOException {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            send(socket, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            return rest(socket);
        }
    }

    private static boolean answers(Socket socket) {
        try {
            send(socket, "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n");
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Sends data in small pieces. Returns how many pieces the server accepted before it closed the connection. */
    private static CompletableFuture<Integer> dripped(RunningServer server, String beginning, String drop) {
        return later(() -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                socket.setSoTimeout(DRIP_MILLIS);
                send(socket, beginning);
                int drops = 0;
                for (; drops < DRIPS && isOpen(socket); drops++) {
                    send(socket, drop);
                }
                return drops;
            } catch (IOException e) {
                return 0;
            }
        });
    }

    private static boolean isOpen(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read(new byte[8192]) >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    /** Whether the server sends a byte on an idle connection within the interval between two pieces. */
    private static boolean comes(RunningServer server) throws IOException {
        try (var idle = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            idle.setSoTimeout(DRIP_MILLIS);
            return idle.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String rest(Socket socket) throws IOException {
        var text = new StringBuilder();
        var buffer = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException e) {
            return text.append("(reset)").toString();
        }
        return text.toString();
    }
}
