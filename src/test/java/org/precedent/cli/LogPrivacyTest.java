package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real server's logs and metrics reveal neither the contents of determinations nor what users search for.
 */
class LogPrivacyTest {
    private static final String IN_LETTER = "zebrafinch";
    private static final String QUERY = "quokkaword";

    @TempDir
    private Path folder;

    @Test
    void neitherTextNorQueriesAreLoggedOrMeasured() throws IOException, InterruptedException {
        var fixture = new MaintenanceFixture(folder).withLetters(2);
        var letter = fixture.letters().resolve(MaintenanceFixture.id(0) + ".txt");
        Files.writeString(letter, Files.readString(letter).replace("The hand", "The " + IN_LETTER + " hand"));
        Files.writeString(fixture.letters().resolve("broken.txt"), "only " + IN_LETTER + " words");
        var index = fixture.index().toString();
        try (var ingest = RealProcess.start(folder, "ingest", fixture.letters().toString(), "--index", index)) {
            assertEquals(Main.FAILED, ingest.exitCode());
            assertDiscreet(ingest.said());
        }
        try (var server = RealProcess.start(folder, "serve", "--port", "0", "--index", index);
                var browser = HttpClient.newHttpClient()) {
            var site = URI.create("http://127.0.0.1:" + server.port());
            for (var path : List.of(
                    "/search?q=" + IN_LETTER,
                    "/search?q=" + QUERY,
                    "/search?q=(" + QUERY,
                    "/search?" + QUERY + "=1",
                    "/search.json?q=rationale:" + QUERY + "%20w/5",
                    "/search.csv?q=" + QUERY,
                    "/search.atom?q=" + QUERY + "&page=x",
                    "/determinations/" + QUERY,
                    "/determinations/" + MaintenanceFixture.id(0) + "?q=" + QUERY,
                    "/s/" + QUERY,
                    "/" + QUERY,
                    "/suggest.json?q=" + QUERY)) {
                send(browser, HttpRequest.newBuilder(site.resolve(path)));
            }
            send(
                    browser,
                    HttpRequest.newBuilder(site.resolve("/saved"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Origin", site.toString())
                            .POST(BodyPublishers.ofString(
                                    "url=/search?q=" + QUERY + "&name=" + QUERY + "&note=" + QUERY)));
            var metrics = send(browser, HttpRequest.newBuilder(site.resolve("/metrics")));
            assertEquals(200, metrics.statusCode());
            assertDiscreet(metrics.body());
            assertDiscreet(server.said());
        }
    }

    private static void assertDiscreet(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        assertFalse(lower.contains(IN_LETTER) || lower.contains(QUERY), text);
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
