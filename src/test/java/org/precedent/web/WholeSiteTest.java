package org.precedent.web;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.saved.SavedSearches;

/**
 * Base class of tests that send requests to one server with all its routes, started once per class on thirty random determinations.
 */
abstract class WholeSiteTest {
    @TempDir
    private static Path folder;

    static RunningServer server;
    static TestClient client;

    private static SavedSearches saved;

    @BeforeAll
    static void start() {
        saved = SavedSearches.open(folder.resolve("saved.db"), InstantSource.system());
        server = RunningServer.whole(new FixtureEngine(FixtureLetters.of(30)), RunningServer.options(), saved);
        client = new TestClient(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
        saved.close();
    }
}
