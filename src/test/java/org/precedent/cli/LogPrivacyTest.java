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
    private static final String ASKED = "quokkaword";

    @TempDir
    private Path folder;

    @Test
    void neitherTextNorQueriesAreLoggedOrMeasured() throws IOException, InterruptedException {
        var office = new MaintenanceFixture(folder).withLetters(2);
        var letter = office.letters().resolve(MaintenanceFixture.id(0) + ".txt");
        Files.writeString(letter, Files.readString(letter).replace("The hand", "The " + IN_LETTER + " hand"));
        Files.writeString(office.letters().resolve("broken.txt"), "only " + IN_LETTER + " words");
        var index = office.index().toString();
        try (var ingest = RealProcess.start(folder, "ingest", office.letters().toString(), "--index", index)) {
            assertEquals(Main.FAILED, ingest.exitCode());
            assertDiscreet(ingest.said());
        }
        try (var server = RealProcess.start(folder, "serve", "--port", "0", "--index", index);
                var browser = HttpClient.newHttpClient()) {
            var site = URI.create("http://127.0.0.1:" + server.port());
            for (var path : List.of(
                    "/search?q=" + IN_LETTER,
                    "/search?q=" + ASKED,
                    "/search?q=(" + ASKED,
                    "/search?" + ASKED + "=1",
                    "/search.json?q=rationale:" + ASKED + "%20w/5",
                    "/search.csv?q=" + ASKED,
                    "/search.atom?q=" + ASKED + "&page=x",
                    "/determinations/" + ASKED,
                    "/determinations/" + MaintenanceFixture.id(0) + "?q=" + ASKED,
                    "/s/" + ASKED,
                    "/" + ASKED,
                    "/suggest.json?q=" + ASKED)) {
                send(browser, HttpRequest.newBuilder(site.resolve(path)));
            }
            send(
                    browser,
                    HttpRequest.newBuilder(site.resolve("/saved"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Origin", site.toString())
                            .POST(BodyPublishers.ofString(
                                    "url=/search?q=" + ASKED + "&name=" + ASKED + "&note=" + ASKED)));
            var metrics = send(browser, HttpRequest.newBuilder(site.resolve("/metrics")));
            assertEquals(200, metrics.statusCode());
            assertDiscreet(metrics.body());
            assertDiscreet(server.said());
        }
    }

    private static void assertDiscreet(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        assertFalse(lower.contains(IN_LETTER) || lower.contains(ASKED), text);
    }

    private static HttpResponse<String> send(HttpClient browser, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
