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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.TestFolders;
import org.precedent.json.Json;

/**
 * The real server checks what it serves, beside serving it.
 */
class SoundnessTest {
    private static final Pattern SITE = Pattern.compile("on http://localhost:(\\d+)");

    @TempDir
    private Path folder;

    private final HttpClient browser = HttpClient.newHttpClient();
    private CareFixture office;

    @BeforeEach
    void fill() {
        office = new CareFixture(folder).withLetters(3).ingested().withSaved(3);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aServerOfWhatIsSoundSaysSo() throws IOException, InterruptedException {
        var ready = checked(office);
        assertEquals(List.of("ready", "sound", List.of()), ready);
    }

    @Test
    void aServerOfADamagedIndexSaysSoAndServes() throws IOException, InterruptedException {
        var file = TestFolders.files(office.lucene()).stream()
                .max(Comparator.comparingLong(f -> f.toFile().length()))
                .orElseThrow();
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        var ready = checked(office);
        assertEquals(List.of("ready", "damaged"), ready.subList(0, 2));
        assertTrue(ready.getLast().toString().contains(file + ": is damaged; restore a backup"), ready.toString());
    }

    private List<?> checked(CareFixture office) throws IOException, InterruptedException {
        try (var server = RealProcess.start(
                folder, "serve", "--port", "0", "--index", office.index().toString())) {
            server.await(() -> SITE.matcher(server.said()).find());
            var port = SITE.matcher(server.said());
            assertTrue(port.find(), server::said);
            var site = URI.create("http://127.0.0.1:" + port.group(1));
            Map<?, ?> ready = Json.read(get(site.resolve("/readyz")).body(), Map.class);
            while ("running".equals(ready.get("check"))) {
                ready = Json.read(get(site.resolve("/readyz")).body(), Map.class);
            }
            assertEquals(200, get(site.resolve("/search?q=neck")).statusCode(), server::said);
            return List.of(ready.get("status"), ready.get("check"), ready.get("damage"));
        }
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
