package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.saved.SavedSearches;
import org.precedent.web.http.BasePath;

/** A server under a path prefix of another site, behind a real nginx configured as documented. */
class BelowNginxTest {
    private static final String BASE = "/precedent";
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"");
    private static final String UPSTREAM = "proxy_pass http://127.0.0.1:7070";

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> theLinesOfTheDocumentation() {
        return SystemTool.find("nginx").stream()
                .flatMap(program -> Stream.of(
                        DynamicTest.dynamicTest("pass the path on", () -> visit(program, "on", UPSTREAM)),
                        DynamicTest.dynamicTest("take the path off", () -> visit(program, "off", UPSTREAM + "/"))));
    }

    private void visit(Path program, String name, String upstream) throws IOException {
        var place = Files.createDirectories(folder.resolve(name));
        try (var saved = SavedSearches.open(place.resolve("saved.db"), InstantSource.system());
                var server = RunningServer.whole(
                        new FixtureEngine(FixtureLetters.of(12)),
                        RunningServer.options().withBasePath(new BasePath(BASE)),
                        saved)) {
            int port = freePort();
            var lines =
                    documented().replace(UPSTREAM, upstream).replace("127.0.0.1:7070", "127.0.0.1:" + server.port());
            Files.writeString(place.resolve("nginx.conf"), """
                    daemon off; master_process off; pid nginx.pid; error_log stderr warn;
                    events { worker_connections 64; }
                    http {
                        access_log off;
                        client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
                        uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                        server { listen 127.0.0.1:%d; %s }
                    }
                    """.formatted(port, lines));
            var nginx = new ProcessBuilder(
                            program.toString(), "-p", place.toString(), "-c", "nginx.conf", "-e", "stderr")
                    .redirectErrorStream(true)
                    .redirectOutput(place.resolve("nginx.log").toFile())
                    .start();
            try {
                await(nginx, port, place.resolve("nginx.log"));
                follow(new TestClient(port), "http://127.0.0.1:" + port + BASE);
            } finally {
                nginx.destroy();
                nginx.onExit().join();
            }
        }
    }

    private static void follow(TestClient client, String site) {
        var page = client.get(BASE + "/search?q=red");
        assertEquals(200, page.statusCode(), page.body());
        var links = LINK.matcher(page.body())
                .results()
                .map(m -> m.group(1))
                .distinct()
                .toList();
        assertTrue(links.size() > 10, page.body());
        for (var link : links) {
            assertTrue(link.startsWith(BASE + "/"), link);
        }
        for (var link : links.stream()
                .filter(l -> l.contains("/static/") || l.contains("/determinations/"))
                .toList()) {
            assertEquals(
                    200,
                    client.get(link.replace("&amp;", "&").replaceFirst("#.*", ""))
                            .statusCode(),
                    link);
        }
        for (var path : List.of("/search.atom?q=red", "/robots.txt", "/sitemap.xml")) {
            var body = client.get(BASE + path).body();
            assertTrue(body.contains(site + "/"), path + " " + body);
        }
        assertTrue(client.get(BASE + "/openapi.json").body().contains("\"url\": \"" + BASE + "\""));
        var saved = client.post(
                BASE + "/saved", "name=n&url=" + BASE + "/search%3Fq%3Dred", "Sec-Fetch-Site", "same-origin");
        assertEquals(303, saved.statusCode(), saved.body());
        var location = saved.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]*", "");
        assertTrue(location.startsWith(BASE + "/s/"), location);
        assertTrue(saved.headers().firstValue("Set-Cookie").orElse("").contains("Path=" + BASE + "/"));
        assertEquals(200, client.get(location).statusCode());
    }

    private static String documented() throws IOException {
        var page = Files.readString(Path.of("src/site/markdown/deployment.md"));
        int start = page.indexOf("location " + BASE + "/ {");
        assertTrue(start > 0, "deployment.md shows how to proxy a path");
        return page.substring(start, page.indexOf("```", start));
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void await(Process nginx, int port, Path log) throws IOException {
        while (nginx.isAlive()) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertTrue(socket.isConnected());
                return;
            } catch (ConnectException e) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError(Files.readString(log));
    }
}
