package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.saved.DatabaseAddress;
import org.precedent.saved.TestPostgres;
import org.precedent.web.BehindNginx;
import org.precedent.web.SystemTool;

/**
 * Two web servers, one of them on a replica, behind a real nginx with a shared PostgreSQL database: what a user starts on one server
 * continues on the other.
 */
class PostgresTwoServersTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path folder;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String site = "";

    @TestFactory
    Stream<DynamicTest> twoServersBehindNginx() {
        return SystemTool.find("nginx").stream()
                .map(nginx -> DynamicTest.dynamicTest("sign in at one, save at the other, kill one", () -> run(nginx)));
    }

    private void run(Path nginx) throws Exception {
        var original = new MaintenanceFixture(Files.createDirectory(folder.resolve("one")))
                .withLetters(3)
                .ingested();
        var replica = new MaintenanceFixture(Files.createDirectory(folder.resolve("two")));
        replicate(original, replica);
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Files.writeString(folder.resolve("key"), "of a test, and thirty-two characters or more\n");
        try (var postgres = TestPostgres.start();
                var servers = new Servers(original, replica, postgres.database())) {
            var one = servers.one;
            var two = servers.two;
            int port = configure(one.port(), two.port());
            site = "http://127.0.0.1:" + port;
            var proxy = new ProcessBuilder(
                            nginx.toString(), "-p", folder.toString(), "-c", "nginx.conf", "-e", "stderr")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("nginx.log").toFile())
                    .start();
            try {
                await(proxy, port);
                journey(original, replica, one);
            } finally {
                proxy.destroy();
                proxy.onExit().join();
            }
            browser.close();
            outage(postgres, two.port());
        }
    }

    /** Each server polls its index for changes; both must show a new determination soon, without a restart. */
    private void showsOnBoth(String text) throws Exception {
        var end = System.nanoTime() + TIMEOUT.toNanos();
        int inARow = 0;
        var last = "";
        while (inARow < 4 && System.nanoTime() < end) {
            last = get("/search.json").body();
            inARow = last.contains(text) ? inARow + 1 : 0;
        }
        assertEquals(4, inARow, "without a restart: " + last);
    }

    private void journey(MaintenanceFixture original, MaintenanceFixture replica, RealProcess one) throws Exception {
        var signedIn = post("/sign-in", "password=" + encoded(PASSWORD) + "&to=/");
        assertEquals(303, signedIn.statusCode(), signedIn.body());
        var saved = post("/saved", "name=Knees&url=" + encoded("/search?q=knee"));
        assertEquals(303, saved.statusCode(), saved.body());
        assertNotEquals(server(signedIn), server(saved), "the round robin changed servers");
        var link =
                URI.create(saved.headers().firstValue("Location").orElseThrow()).getPath();

        var seen = new TreeSet<String>();
        for (int i = 0; i < 6; i++) {
            var page = get(link);
            assertEquals(200, page.statusCode(), page.body());
            assertTrue(page.body().contains("Knees"), page.body());
            seen.add(server(page));
        }
        assertEquals(2, seen.size(), "both servers show it");

        original.withLetters(4).ingested();
        replicate(original, replica);
        showsOnBoth("\"determinations\":4");

        one.killWhen(() -> true, 0);
        for (int i = 0; i < 10; i++) {
            assertEquals(200, get("/search?q=knee").statusCode(), "searching goes on");
            assertEquals(200, get(link).statusCode(), "so do saved links");
        }
        assertEquals(
                303, post("/saved", "name=Hips&url=" + encoded("/search?q=hip")).statusCode());
        var list = get("/saved").body();
        assertTrue(list.contains("Knees") && list.contains("Hips"), list);
    }

    /** Takes the database down: saved searches become unavailable, searching continues. */
    private void outage(TestPostgres postgres, int port) throws Exception {
        site = "http://127.0.0.1:" + port;
        postgres.close();
        try (var client = HttpClient.newHttpClient()) {
            var link = request("/s/" + "x".repeat(22)).header("Authorization", "Bearer " + PASSWORD);
            var refused = client.send(link.build(), BodyHandlers.ofString());
            assertEquals(503, refused.statusCode(), refused.body());
            assertEquals("10", refused.headers().firstValue("Retry-After").orElse(""));
            assertTrue(refused.body().contains("searching still works"), refused.body());
            var search = request("/search.json?q=knee").header("Authorization", "Bearer " + PASSWORD);
            assertEquals(
                    200, client.send(search.build(), BodyHandlers.ofString()).statusCode());
        }
    }

    /** Both servers, on a shared database. */
    private final class Servers implements AutoCloseable {
        private final RealProcess one;
        private final RealProcess two;

        Servers(MaintenanceFixture first, MaintenanceFixture second, DatabaseAddress.PostgresServer database) {
            one = serve(first, database);
            two = serve(second, database);
        }

        @Override
        public void close() {
            one.close();
            two.close();
        }
    }

    private static void replicate(MaintenanceFixture from, MaintenanceFixture to) {
        var result = Cli.run("replicate", from.index().toString(), to.index().toString());
        assertEquals(Main.DONE, result.exitCode(), result.err());
    }

    private RealProcess serve(MaintenanceFixture index, DatabaseAddress.PostgresServer database) {
        return RealProcess.start(
                index.folder(),
                "serve",
                "--port",
                "0",
                "--index",
                index.index().toString(),
                "--trusted-proxy",
                "127.0.0.1",
                "--password-file",
                folder.resolve("password").toString(),
                "--session-key-file",
                folder.resolve("key").toString(),
                "--database",
                database.url(),
                "--database-user",
                database.user().orElseThrow());
    }

    private int configure(int one, int two) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        BehindNginx.configure(folder, """
                    upstream precedent { server 127.0.0.1:%d; server 127.0.0.1:%d; }
                    server {
                        listen 127.0.0.1:%d;
                        location / {
                            proxy_pass http://precedent;
                            proxy_set_header Host $http_host;
                            proxy_set_header X-Forwarded-For $remote_addr;
                            proxy_set_header X-Forwarded-Proto $scheme;
                            add_header X-Server $upstream_addr always;
                        }
                    }
                """.formatted(one, two, port));
        return port;
    }

    private void await(Process nginx, int port) throws IOException {
        while (nginx.isAlive()) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertTrue(socket.isConnected());
                return;
            } catch (ConnectException e) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("nginx.log")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(site + path));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        var post = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", site)
                .POST(BodyPublishers.ofString(form));
        return browser.send(post.build(), BodyHandlers.ofString());
    }

    private static String server(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Server").orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
