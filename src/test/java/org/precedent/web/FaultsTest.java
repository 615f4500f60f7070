package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.precedent.json.Json;
import org.slf4j.LoggerFactory;

/**
 * How the server responds to an internal error.
 */
class FaultsTest {
    private static final String MESSAGE = "cannot rank the words of Jane Doe";

    @Test
    void aServerWhoseIndexCannotBeReadIsNotReady() {
        var engine = SlowEngines.failing(new FixtureEngine(FixtureLetters.of(3)), "overview", MESSAGE);
        try (var server = RunningServer.over(engine, RunningServer.options(), parts -> List.of())) {
            var answer = new TestClient(server.port()).get("/readyz", "Accept", "application/json");
            assertEquals(503, answer.statusCode());
            assertEquals("Not ready", Json.read(answer.body(), Map.class).get("error"));
            assertEquals("10", answer.headers().firstValue("Retry-After").orElse(""));
            assertEquals(200, new TestClient(server.port()).get("/healthz").statusCode());
            var page = new TestClient(server.port()).get("/readyz", "Accept", "text/html");
            assertTrue(page.body().contains("<h1>Not ready</h1>"), page.body());
        }
    }

    @Test
    void missingIndexFilesAreExplainedAndSearchCanBeRetried() {
        var engine = SlowEngines.unreadable(new FixtureEngine(FixtureLetters.of(3)), MESSAGE);
        try (var server = RunningServer.over(engine, RunningServer.options(), parts -> List.of())) {
            var page = new TestClient(server.port()).get("/search?q=jane");
            assertEquals(503, page.statusCode());
            assertEquals("10", page.headers().firstValue("Retry-After").orElse(""));
            assertTrue(
                    page.body().contains("The index is not ready")
                            && page.body().contains("Try again"),
                    page.body());
            assertFalse(page.body().contains(MESSAGE), page.body());
        }
    }

    @Test
    void anEngineThatDoesNotAnswerFromAllOfItsIndexIsUnavailable() {
        var engine = SlowEngines.unavailable(new FixtureEngine(FixtureLetters.of(3)), MESSAGE);
        try (var server = RunningServer.over(engine, RunningServer.options(), parts -> List.of())) {
            for (var path : List.of("/search?q=jane", "/search.json?q=jane")) {
                var answer = new TestClient(server.port()).get(path);
                assertEquals(503, answer.statusCode(), path);
                assertEquals("10", answer.headers().firstValue("Retry-After").orElse(""), path);
                assertTrue(answer.body().contains("Search is unavailable"), answer.body());
                assertFalse(answer.body().contains(MESSAGE), answer.body());
            }
        }
    }

    @Test
    void aSearchThatTakesTooLongIsAnsweredWithWhatToNarrow() {
        var engine =
                SlowEngines.late(new FixtureEngine(FixtureLetters.of(3)), "it takes long; chain fewer proximities");
        try (var server = RunningServer.over(engine, RunningServer.options(), parts -> List.of())) {
            for (var path : List.of("/search?q=red", "/search.json?q=red", "/facets/region.json?q=red")) {
                var answer = new TestClient(server.port()).get(path);
                assertEquals(422, answer.statusCode(), path);
                assertTrue(answer.body().contains("The search took too long"), answer.body());
                assertTrue(answer.body().contains("chain fewer proximities"), answer.body());
            }
        }
    }

    @Test
    void anErrorIsLoggedWithItsLocationButNotItsMessage() {
        var log = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        log.addAppender(heard);
        var engine = SlowEngines.failing(new FixtureEngine(FixtureLetters.of(3)), MESSAGE);
        try (var server = RunningServer.over(engine, RunningServer.options(), parts -> List.of())) {
            var client = new TestClient(server.port());
            var page = client.get("/search?q=jane+doe");
            assertEquals(500, page.statusCode());
            assertTrue(page.body().contains("a server error"), page.body());
            var json = client.get("/search.json?q=jane+doe");
            assertEquals(500, Json.read(json.body(), Map.class).get("status"));
            for (var body : List.of(page.body(), json.body())) {
                assertFalse(body.contains(MESSAGE) || body.contains("Exception"), body);
            }
        } finally {
            log.detachAppender(heard);
        }
        var lines = heard.list.stream()
                .map(e -> e.getFormattedMessage() + e.getThrowableProxy() + e.getKeyValuePairs())
                .toList();
        assertEquals(
                2,
                lines.stream()
                        .filter(l -> l.contains("java.lang.IllegalStateException at "))
                        .count(),
                lines.toString());
        assertTrue(lines.stream().allMatch(l -> !l.contains("Jane") && !l.contains("jane")), lines.toString());
    }
}
