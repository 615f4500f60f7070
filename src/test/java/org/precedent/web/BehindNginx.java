package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.precedent.saved.SavedSearches;
import org.precedent.web.access.Access;
import org.precedent.web.access.Access.Audience;
import org.precedent.web.access.Secret;

/**
 * A running server behind a real nginx with the sample configuration. Exports pause halfway until released.
 */
public final class BehindNginx implements AutoCloseable {
    static final String SECRET = "what only the proxy knows";
    static final int LETTERS = 400;

    private static final Path SAMPLE = Path.of("src/main/distribution/nginx-precedent.conf");
    private static final int PATIENCE = 20_000;

    private final CountDownLatch halfway = new CountDownLatch(1);
    private final SavedSearches saved;
    private final RunningServer server;
    private final int port;
    private final Process nginx;

    private BehindNginx(Path program, Path folder) throws IOException {
        saved = SavedSearches.open(folder.resolve("saved.db"), InstantSource.system());
        var access = new Access(Audience.HOLDERS, Optional.empty(), Optional.of(Secret.of(SECRET)));
        server = RunningServer.whole(
                SlowEngines.exporting(new FixtureEngine(FixtureLetters.of(LETTERS)), halfway),
                RunningServer.options().with(access).withProxies(Set.of("imr.example.org"), Set.of("127.0.0.1")),
                saved);
        port = freePort();
        configure(folder);
        nginx = new ProcessBuilder(program.toString(), "-p", folder.toString(), "-c", "nginx.conf", "-e", "stderr")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        await(folder);
    }

    static BehindNginx start(Path program, Path folder) throws IOException {
        return new BehindNginx(program, Files.createDirectories(folder));
    }

    int port() {
        return port;
    }

    int serverPort() {
        return server.port();
    }

    SavedSearches saved() {
        return saved;
    }

    void resume() {
        halfway.countDown();
    }

    String ask(String request, String... headers) throws IOException {
        return exchange(request, "", headers);
    }

    String exchange(String request, String body, String... headers) throws IOException {
        try (var socket = connect()) {
            write(socket, request, body, headers);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private void write(Socket socket, String request, String body, String... headers) throws IOException {
        var text = request + "\r\nHost: imr.example.org:" + port + "\r\nConnection: close\r\n"
                + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n") + "\r\n" + body;
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        resume();
        nginx.destroy();
        nginx.onExit().join();
        server.close();
        saved.close();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    // changes only what the sample tells operators to adapt
    private void configure(Path folder) throws IOException {
        Files.writeString(folder.resolve("users"), "anna:{PLAIN}open sesame\n");
        var site = Files.readString(SAMPLE)
                .replace("server 127.0.0.1:7070", "server 127.0.0.1:" + server.port())
                .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
                .replace("/etc/nginx/precedent.users", folder.resolve("users").toString())
                .replace("/var/cache/nginx/precedent", folder.resolve("cache").toString())
                .replace("the same line as in /etc/precedent/proxy-secret", SECRET);
        Files.writeString(folder.resolve("site.conf"), site);
        configure(folder, "include site.conf;");
    }

    /**
     * Writes an {@code nginx.conf} that runs nginx as a single foreground process with all its files in one folder.
     *
     * @param site additional lines of the {@code http} block
     */
    public static void configure(Path folder, String site) throws IOException {
        Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log stderr warn;
                events { worker_connections 64; }
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    %s
                }
                """.formatted(site));
    }

    private void await(Path folder) throws IOException {
        while (nginx.isAlive()) {
            try (var socket = connect()) {
                assertTrue(socket.isConnected());
                return;
            } catch (java.net.ConnectException e) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("nginx.log")));
    }
}
