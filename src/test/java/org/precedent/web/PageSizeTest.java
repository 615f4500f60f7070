package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The uncompressed size of a page of results.
 */
class PageSizeTest {
    private static final int MOST = 40 * 1024;

    private static final RunningServer SERVER = RunningServer.over(new FixtureEngine(FixtureLetters.of(200)));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"size=20", "q=red&size=20", "q=X-ray&size=20", "q=red&decision=Upheld&size=20"})
    void twentyDeterminationsTakeFortyKilobytes(String query) {
        var page = new TestClient(SERVER.port()).get("/search?" + query).body();
        assertEquals(20, Jsoup.parse(page).select(".letter").size());
        int bytes = page.getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= MOST, () -> "expected at most " + MOST + " bytes, got " + bytes);
    }
}
