package org.precedent.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.saved.SavedSearches;

/**
 * The real server, killed with SIGKILL while searches are being saved: every save that was answered with 303 is kept, and the next
 * server serves it. {@code -Dseed=N} repeats a run as far as the machine allows, {@code -Dkill.times=N} multiplies the number of rounds
 * by N.
 */
class SavingKillTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int ROUNDS = 10 * Integer.getInteger("kill.times", 1);
    private static final int SAVERS = 3;
    private static final Pattern PORT = Pattern.compile("on http://localhost:(\\d+)");

    @TempDir
    private static Path folder;

    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final Set<Integer> refused = ConcurrentHashMap.newKeySet();

    @TestFactory
    Stream<DynamicTest> whatWasAnsweredIsKept() {
        var fixture = new MaintenanceFixture(folder).withLetters(2).ingested();
        return IntStream.range(0, ROUNDS)
                .mapToObj(i -> DynamicTest.dynamicTest("round " + i + ", seed " + SEED, () -> {
                    var random = new Random(SEED + i);
                    killWhileSaving(fixture, answered.size() + 1 + random.nextInt(40), random.nextInt(5_000_000));
                    try (var saved = SavedSearches.open(fixture.database(), InstantSource.system())) {
                        assertEquals(List.of(), saved.damage());
                        answered.forEach(id -> assertTrue(saved.find(id).isPresent(), id));
                    }
                    fixture.assertSound("after the kill");
                }));
    }

    private void killWhileSaving(MaintenanceFixture fixture, int enough, long moment) {
        var index = fixture.index().toString();
        try (var server = RealProcess.start(folder, "serve", "--port", "0", "--index", index);
                var savers = Executors.newFixedThreadPool(SAVERS);
                var browser = HttpClient.newHttpClient()) {
            server.await(() -> PORT.matcher(server.said()).find());
            var port = PORT.matcher(server.said());
            assertTrue(port.find(), server::said);
            var site = URI.create("http://127.0.0.1:" + port.group(1));
            answered.stream().limit(3).forEach(id -> assertEquals(200, get(browser, site.resolve("/s/" + id))));
            for (int i = 0; i < SAVERS; i++) {
                savers.execute(() -> saveUntilItIsGone(browser, site));
            }
            assertTrue(server.killWhen(() -> answered.size() >= enough || !refused.isEmpty(), moment), server::said);
            assertEquals(Set.of(), refused);
        }
    }

    private void saveUntilItIsGone(HttpClient browser, URI site) {
        var request = HttpRequest.newBuilder(site.resolve("/saved"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", site.toString())
                .POST(BodyPublishers.ofString("url=%2Fsearch%3Fq%3Dneck&name=necks&note="))
                .build();
        try {
            while (true) {
                var answer = browser.send(request, BodyHandlers.discarding());
                if (answer.statusCode() == 303) {
                    var path = answer.headers().firstValue("Location").orElseThrow();
                    answered.add(path.substring(path.lastIndexOf('/') + 1));
                } else {
                    refused.add(answer.statusCode());
                }
            }
        } catch (IOException e) {
            return; // the server was killed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int get(HttpClient browser, URI uri) {
        try {
            return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(uri.toString(), e);
        }
    }
}
