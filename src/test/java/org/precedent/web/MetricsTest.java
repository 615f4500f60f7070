package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.saved.SavedSearches;

/**
 * The metrics endpoint for Prometheus.
 */
class MetricsTest {
    @TempDir
    private Path folder;

    private SavedSearches saved;
    private RunningServer server;
    private TestClient client;

    @BeforeEach
    void start() {
        saved = SavedSearches.open(folder.resolve("saved.db"), InstantSource.system());
        server = RunningServer.whole(new FixtureEngine(FixtureLetters.of(30)), RunningServer.options(), saved);
        client = new TestClient(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
        saved.close();
    }

    @Test
    void countsRequestsByPatternAndStatus() {
        client.get("/search?q=red");
        client.get("/search?q=blue");
        client.get("/search?regoin=x");
        client.get("/determinations/CM15-9900001");
        client.get("/nowhere/at/all");
        assertEquals(2, value("precedent_requests_total{path=\"/search\",status=\"200\"}"));
        assertEquals(1, value("precedent_requests_total{path=\"/search\",status=\"400\"}"));
        assertEquals(1, value("precedent_requests_total{path=\"/determinations/{id}\",status=\"200\"}"));
        assertEquals(1, value("precedent_requests_total{path=\"none\",status=\"404\"}"));
        assertEquals(3, value("precedent_request_seconds_count{path=\"/search\"}"));
        assertEquals(3, value("precedent_request_seconds_bucket{path=\"/search\",le=\"+Inf\"}"));
        assertTrue(value("precedent_search_seconds_count") >= 2);
    }

    @Test
    void describesTheIndex() {
        assertEquals(30, value("precedent_letters"));
        assertTrue(value("precedent_index_changed_timestamp_seconds") > 1e9);
        assertTrue(value("precedent_heap_used_bytes") > 1e6);
        assertTrue(value("precedent_connections") >= 1);
    }

    @Test
    void namesNoQueryAndNoLetter() {
        client.get("/search?q=jane+doe+cervical&region=Secretregion");
        client.get("/determinations/CM15-9900001");
        client.get("/s/unguessable");
        var text = client.get("/metrics").body();
        for (var word : List.of("jane", "doe", "cervical", "Secretregion", "CM15", "unguessable")) {
            assertFalse(text.contains(word), word + " in " + text);
        }
    }

    // promtool parses metrics as the Prometheus server does, and also checks names, types, and help texts
    @TestFactory
    Stream<DynamicTest> prometheusReadsThem() {
        return SystemTool.find("promtool").stream()
                .map(program -> DynamicTest.dynamicTest("promtool check metrics", () -> check(program)));
    }

    private void check(Path promtool) throws IOException, InterruptedException {
        client.get("/search?q=red");
        var process = new ProcessBuilder(promtool.toString(), "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (var in = process.getOutputStream()) {
            in.write(client.get("/metrics").body().getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        assertEquals("", said);
    }

    private double value(String series) {
        var text = client.get("/metrics").body();
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(series + " is not in\n" + text));
    }
}
