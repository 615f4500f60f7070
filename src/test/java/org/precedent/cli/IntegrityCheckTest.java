package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.precedent.TestFolders;
import org.precedent.json.Json;

/**
 * The real server checks the integrity of its index while serving it.
 */
class IntegrityCheckTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private MaintenanceFixture fixture;

    @BeforeEach
    void fill() {
        fixture = new MaintenanceFixture(folder).withLetters(3).ingested().withSaved(3);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @EnumSource
    void serverReportsThatItsIndexIsIntact(PathStyle style) throws IOException, InterruptedException {
        try (var server = serve(style)) {
            var ready = checked(server);
            assertEquals(List.of("ready", "sound", List.of()), ready);
        }
    }

    @ParameterizedTest
    @EnumSource
    void serverOfADamagedIndexReportsItAndServes(PathStyle style) throws IOException, InterruptedException {
        var file = damage();
        try (var server = serve(style)) {
            var ready = checked(server);
            assertEquals(List.of("ready", "damaged"), ready.subList(0, 2));
            var said = ready.getLast().toString();
            assertTrue(said.contains(file.getFileName() + ": is damaged; restore a backup"), said);
        }
    }

    @Test
    void laterDamageIsFound() throws IOException, InterruptedException {
        try (var server = serve(PathStyle.RELATIVE, "--check-every", "1s")) {
            assertEquals("sound", checked(server).get(1));
            var file = damage();
            var said = String.valueOf(readyOnce(server, "damaged").get("damage"));
            assertTrue(said.contains(file.getFileName() + ": is damaged; restore a backup"), said);
            damage();
            assertEquals(List.of(), readyOnce(server, "sound").get("damage"), "mended");
        }
    }

    @Test
    void anIndexThatDisappearsIsServedFromItsLastState() throws IOException, InterruptedException {
        try (var server = serve(PathStyle.ABSOLUTE)) {
            assertEquals("sound", checked(server).get(1));
            Files.move(fixture.lucene(), folder.resolve("gone"));
            var ready = readyOnce(server, "damaged");
            assertTrue(String.valueOf(ready.get("damage")).contains("is gone; restore a backup"), ready.toString());
            var found = Json.read(get(site(server).resolve("/search.json")).body(), Map.class);
            assertEquals(Map.of("issues", 3, "determinations", 3), counts(found));
            Files.move(folder.resolve("gone"), fixture.lucene());
            assertEquals(List.of(), readyOnce(server, "sound").get("damage"));
        }
    }

    private static Object counts(Map<?, ?> found) {
        return Objects.requireNonNull(found.get("total"));
    }

    /** Flips a bit in doc values, which are read on demand and not when the index is opened. */
    private Path damage() throws IOException {
        var file = TestFolders.files(fixture.lucene()).stream()
                .filter(f -> f.toString().endsWith(".dvd"))
                .max(Comparator.comparingLong(f -> f.toFile().length()))
                .orElseThrow();
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        return file;
    }

    private RealProcess serve(PathStyle style, String... more) {
        var args = new ArrayList<>(List.of("serve", "--port", "0", "--index"));
        args.add(style.name(fixture.index()).toString());
        args.addAll(List.of(more));
        var server = RealProcess.start(folder, args.toArray(String[]::new));
        server.port();
        return server;
    }

    private static URI site(RealProcess server) {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private List<?> checked(RealProcess server) throws IOException, InterruptedException {
        var ready = ready(server);
        while ("running".equals(ready.get("check"))) {
            ready = ready(server);
        }
        assertEquals(200, get(site(server).resolve("/search?q=neck")).statusCode(), server::said);
        return List.of(ready.get("status"), ready.get("check"), ready.get("damage"));
    }

    private Map<?, ?> readyOnce(RealProcess server, String check) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(TIMEOUT);
        var ready = ready(server);
        while (!check.equals(ready.get("check"))) {
            assertTrue(Instant.now().isBefore(deadline), ready + ": expected " + check);
            ready = ready(server);
        }
        return ready;
    }

    private Map<?, ?> ready(RealProcess server) throws IOException, InterruptedException {
        return Json.read(get(site(server).resolve("/readyz")).body(), Map.class);
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
