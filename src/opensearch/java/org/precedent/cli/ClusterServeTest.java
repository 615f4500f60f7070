package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.opensearch.TestCluster;

/**
 * A web server on a cluster: shows what is ingested elsewhere, reports an outage of the cluster, and recovers without a restart.
 */
class ClusterServeTest {
    private static final Pattern SERVES = Pattern.compile("on http://[^:]+:(\\d+)");
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String SAMPLES = "src/main/resources/samples";

    @TempDir
    private Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private int port;

    @Test
    void continuesWhenTheClusterIsBack() throws Exception {
        try (var cluster = TestCluster.start(1)) {
            var command =
                    new ClusterCommand(cluster.urls().getFirst().toString(), "precedent", folder.resolve("index"));
            var nothing = command.run("serve", "--port", "0");
            assertTrue(nothing.err().contains("holds no index \"precedent\""), nothing.err());
            command.run("ingest", SAMPLES + "/README.md");
            try (var server = RealProcess.start(folder, command.line("serve", "--port", "0"))) {
                port = port(server);
                assertEquals(200, get("/search").statusCode());
                var ingested = command.run("ingest", SAMPLES);
                assertTrue(ingested.err().contains(" indexed"), ingested.err());
                await("/search.json?q=knee", 200, "\"results\":[{");
                cluster.node(0).kill();
                requireAway(server);
                cluster.restore();
                await("/search.json?q=knee", 200, "\"results\":[{");
                await("/readyz", 200, "ready");
            }
            assertEquals(
                    Main.FAILED, command.at("http://127.0.0.1:9").run("serve").exitCode());
        }
    }

    private void requireAway(RealProcess server) throws Exception {
        var page = get("/search?q=knee");
        assertEquals(503, page.statusCode(), page.body());
        assertEquals("10", page.headers().firstValue("Retry-After").orElse(""));
        assertTrue(page.body().contains("Search is unavailable"), page.body());
        assertTrue(page.body().contains("incomplete results are never shown"), page.body());
        assertFalse(page.body().contains("9200") || page.body().contains("opensearch"), "names no machine");
        var begun = System.nanoTime();
        for (var path : new String[] {"/search.json?q=hip", "/search.csv?q=hip", "/search.atom?q=hip", "/readyz"}) {
            assertEquals(503, get(path).statusCode(), path);
        }
        assertTrue(System.nanoTime() - begun < TIMEOUT.toNanos() / 6, "once it is known to be away, nobody waits");
        assertTrue(get("/search.json?q=hip").body().contains("\"status\":503"));
        assertTrue(server.said().contains("check that OpenSearch is running there"), server.said());
    }

    private void await(String path, int status, String text) throws Exception {
        var end = System.nanoTime() + TIMEOUT.toNanos();
        var last = get(path);
        while (System.nanoTime() < end
                && (last.statusCode() != status || !last.body().contains(text))) {
            last = get(path);
        }
        assertEquals(status, last.statusCode(), last.body());
        assertTrue(last.body().contains(text), last.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        return browser.send(request, BodyHandlers.ofString());
    }

    private static int port(RealProcess server) {
        var serves = SERVES.matcher("");
        server.await(() -> serves.reset(server.said()).find());
        assertTrue(serves.reset(server.said()).find(), server.said());
        return Integer.parseInt(serves.group(1));
    }
}
