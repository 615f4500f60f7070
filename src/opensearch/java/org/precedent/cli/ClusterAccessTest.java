package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precedent.opensearch.TestCluster;
import org.precedent.web.BehindNginx;
import org.precedent.web.SystemTool;

/**
 * Every mistake in addressing the cluster gets an error that says what is wrong and how to fix it; TLS with a private certificate
 * authority and a user works end to end.
 */
class ClusterAccessTest {
    private static final String SAMPLES = "src/main/resources/samples";

    @TempDir
    private Path folder;

    private String node = "";
    private ClusterCommand command = new ClusterCommand("", "", Path.of(""));

    @BeforeEach
    void name() {
        var options = TestCluster.shared().options();
        node = options.urls().getFirst().toString();
        command = new ClusterCommand(node, options.alias(), folder.resolve("index"));
    }

    @TestFactory
    Stream<DynamicTest> throughTls() {
        return SystemTool.find("nginx").stream()
                .map(nginx -> DynamicTest.dynamicTest("certificates, users and passwords", () -> throughTls(nginx)));
    }

    private void throughTls(Path nginx) throws Exception {
        var authority = TestAuthority.in(folder.resolve("authority"));
        authority.sign("node", "dns:localhost,ip:127.0.0.1");
        authority.sign("other", "dns:elsewhere.example.org");
        Files.writeString(folder.resolve("users"), "anna:{PLAIN}open sesame\n");
        int port = freePort();
        int otherPort = freePort();
        configure(port, otherPort);
        var proxy = new ProcessBuilder(nginx.toString(), "-p", folder.toString(), "-c", "nginx.conf", "-e", "stderr")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        try {
            await(proxy, port);
            trusted(command.at("https://localhost:" + port), authority.certificate());
            untrusted(command.at("https://127.0.0.1:" + port), authority.certificate(), otherPort);
        } finally {
            proxy.destroy();
            proxy.onExit().join();
        }
    }

    private void trusted(ClusterCommand tls, Path ca) throws IOException {
        var ingested = tls.run(as("anna", "open sesame", ca, "ingest", SAMPLES));
        assertTrue(ingested.err().contains(" indexed"), ingested.err());
        assertEquals(0, tls.run(as("anna", "open sesame", ca, "search", "knee")).exitCode());
        says(
                tls.run(as("anna", "wrong", ca, "search", "knee")),
                "refuses the user \"anna\" (401)",
                "--opensearch-password-file");
        says(
                tls.run(as("berta", "open sesame", ca, "search", "knee")),
                "refuses the user \"berta\"",
                "--opensearch-user");
        says(
                tls.run("search", "knee", "--opensearch-ca", ca.toString()),
                "refuses the user (none)",
                "--opensearch-user");
    }

    private void untrusted(ClusterCommand tls, Path ca, int otherPort) throws Exception {
        says(tls.run("search", "knee"), "its certificate is not trusted", "--opensearch-ca");
        var stranger = TestAuthority.in(folder.resolve("stranger")).certificate();
        says(tls.run("search", "knee", "--opensearch-ca", stranger.toString()), "is not trusted", "--opensearch-ca");
        says(
                tls.at("https://localhost:" + otherPort).run("search", "knee", "--opensearch-ca", ca.toString()),
                "is for another host",
                "--opensearch-url");
        says(
                tls.at(tls.url().replace("https:", "http:")).run("search", "knee"),
                "found a server that answers 400",
                "https:// if they speak TLS");
        says(
                tls.run("search", "knee", "--opensearch-ca", "missing.pem"),
                "missing.pem: no such file",
                "--opensearch-ca");
        var noCertificate = Files.writeString(folder.resolve("words.pem"), "words\n");
        says(
                tls.run("search", "knee", "--opensearch-ca", noCertificate.toString()),
                "words.pem: cannot be read",
                "PEM");
    }

    private String[] as(String user, String password, Path ca, String... args) throws IOException {
        var file = Files.writeString(folder.resolve("password"), password + "\n");
        return Stream.concat(
                        Stream.of(args),
                        Stream.of(
                                "--opensearch-user",
                                user,
                                "--opensearch-password-file",
                                file.toString(),
                                "--opensearch-ca",
                                ca.toString()))
                .toArray(String[]::new);
    }

    private static void says(Cli.Result result, String wrong, String remedy) {
        assertTrue(result.exitCode() != 0, result.out());
        assertTrue(result.err().contains(wrong), result.err());
        assertTrue(result.err().contains(remedy), result.err());
        assertFalse(result.err().contains("sesame") || result.err().contains("\tat "), result.err());
    }

    @Test
    void namesWhatIsMissing() {
        says(command.run("search", "knee"), "holds no index \"" + command.alias() + "\"", "run `precedent ingest`");
        says(command.named("Wrong Name").run("search", "knee"), "expected lowercase letters", "--opensearch-alias");
        says(
                command.at("http://127.0.0.1:9").run("search", "knee"),
                "no node answers",
                "check that OpenSearch is running there");
        says(command.at("http://nowhere.invalid:9200").run("search", "knee"), "no node answers", "nowhere.invalid");
        says(command.at(node.replace("http:", "https:")).run("search", "knee"), "speaks plain HTTP", "write http://");
        says(
                command.run("search", "knee", "--opensearch-user", "anna", "--opensearch-password-file", "missing"),
                "missing: no such file",
                "--opensearch-password-file");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:9200, expected http://HOST:PORT",
        "ftp://localhost:9200, expected http://HOST:PORT",
        "http://anna:geheim@localhost:9200, without user or password",
        "http://, --opensearch-url"
    })
    void reportsAnInvalidUrl(String url, String wrong) {
        var result = command.at(url).run("search", "knee");
        says(result, wrong, "--opensearch-url");
        assertEquals(Main.USAGE, result.exitCode());
        assertFalse(result.err().contains("geheim"), result.err());
    }

    @Test
    void reportsAnUnknownEngine() {
        var result = Cli.run("serve", "--engine", "solr");
        says(result, "solr", "opensearch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "200; {\"version\":{\"number\":\"2.19.1\",\"distribution\":\"opensearch\"}}; found version 2.19.1",
                "200; {\"version\":{\"number\":\"9.1.0\",\"build_flavor\":\"default\"}}; found version 9.1.0",
                "200; <html>Welcome</html>; found no search server",
                "404; not here; found a server that answers 404"
            })
    void reportsAnUnsupportedServer(int status, String body, String found) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            says(command.at(url).run("search", "knee"), "expected OpenSearch 3 or newer, " + found, "--opensearch-url");
        } finally {
            server.stop(0);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void configure(int port, int otherPort) throws IOException {
        BehindNginx.configure(folder, """
                client_max_body_size 0;
                ssl_certificate authority/node.pem;
                ssl_certificate_key authority/node.key;
                server {
                    listen 127.0.0.1:%d ssl;
                    auth_basic nodes;
                    auth_basic_user_file users;
                    location / { proxy_pass http://%s; }
                }
                server {
                    listen 127.0.0.1:%d ssl;
                    ssl_certificate authority/other.pem;
                    ssl_certificate_key authority/other.key;
                    location / { proxy_pass http://%s; }
                }
                """.formatted(
                        port,
                        URI.create(node).getAuthority(),
                        otherPort,
                        URI.create(node).getAuthority()));
    }

    private void await(Process proxy, int port) throws IOException {
        while (proxy.isAlive()) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertTrue(socket.isConnected());
                return;
            } catch (ConnectException e) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("nginx.log")));
    }
}
