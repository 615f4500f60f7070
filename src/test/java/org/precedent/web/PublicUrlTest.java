package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.precedent.web.http.BasePath;

class PublicUrlTest {
    private static final String ID = "CM14-0012345";

    private final IndexFixture index = new IndexFixture();

    @TempDir
    java.nio.file.Path folder;

    @BeforeEach
    void fill() {
        index.put(WrittenLetters.letter(ID, "reasons", LocalDate.of(2014, 7, 8)), WrittenLetters.SEEN);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void filesFeedsAndCitationsUseThePublicUrl() {
        var base = BasePath.ofPublicUrl("https://imr.example/precedent");
        try (var site = new SiteFixture(index.engine(), folder.resolve("saved.db"), base)) {
            for (var path : List.of(
                    "/search.csv",
                    "/search.ris",
                    "/search.bib",
                    "/search.brief.html",
                    "/search.atom",
                    "/sitemap.xml",
                    "/determinations/" + ID + ".ris",
                    "/determinations/" + ID + ".bib?issue=1",
                    "/determinations/" + ID)) {
                var body = site.get(path).body();
                assertTrue(body.contains("https://imr.example/precedent/"), path + " " + body);
                assertFalse(body.contains("127.0.0.1"), path + " " + body);
            }
            var link = site.save("/search?q=xray", "n", "");
            assertTrue(site.get(link.substring("/precedent".length())).body().contains("https://imr.example" + link));
        }
    }

    @Test
    void withoutOneNoFileContainsAnAddressOfThisMachine() {
        try (var site = new SiteFixture(index.engine(), folder.resolve("saved.db"))) {
            for (var path : List.of(
                    "/search.csv",
                    "/search.ris",
                    "/search.bib",
                    "/search.brief.html",
                    "/search.ndjson",
                    "/determinations/" + ID + ".bib")) {
                var body = site.get(path).body();
                assertTrue(body.contains(ID), path);
                assertFalse(body.contains("127.0.0.1"), path + " " + body);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "imr.example",
                "ftp://imr.example",
                "https://",
                "https://imr.example/?q=1",
                "https://me:pw@imr.example",
                "https://imr.example/a b",
                "https://imr.example/#x",
                "javascript:alert(1)"
            })
    void anInvalidUrlIsRejected(String text) {
        assertThrows(IllegalArgumentException.class, () -> BasePath.ofPublicUrl(text));
    }

    @Test
    void theUrlSaysHostPortAndPath() {
        var base = BasePath.ofPublicUrl("https://imr.example:8443/precedent/");
        assertEquals("/precedent", base.prefix());
        assertEquals(Optional.of("https://imr.example:8443"), base.publicHost());
        assertEquals("", BasePath.ofPublicUrl("https://imr.example").prefix());
    }
}
