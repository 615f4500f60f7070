package org.precedent.web.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;

class LinkAddressesTest {
    @TempDir
    Path folder;

    private final IndexFixture index = new IndexFixture();
    private SiteFixture site;

    @BeforeEach
    void start() {
        var letters = IntStream.range(0, 120)
                .mapToObj(i -> WrittenLetters.letter("CM14-%07d".formatted(i), "reasons", LocalDate.of(2020, 1, 1)))
                .toList();
        index.put(letters, l -> WrittenLetters.SEEN.plusSeconds(letters.indexOf(l)));
        site = new SiteFixture(index.engine(), folder.resolve("precedent.db"));
    }

    @AfterEach
    void stop() {
        site.close();
        index.close();
    }

    @Test
    void exportsEveryHitUnderANameWithDayAndWords() {
        var csv = site.get("/search.csv?q=X-ray+cervical&page=2");
        assertEquals(200, csv.statusCode());
        assertEquals(121, csv.body().lines().count());
        assertEquals(
                "attachment; filename=\"precedent-2026-11-20-x-ray-cervical.csv\"",
                csv.headers().firstValue("Content-Disposition").orElseThrow());
        assertTrue(csv.headers().firstValue("Content-Type").orElseThrow().startsWith("text/csv; charset=utf-8"));
    }

    @Test
    void exportsInEveryForm() {
        assertEquals(120, site.get("/search.ndjson").body().lines().count());
        assertEquals(
                120,
                site.get("/search.ris")
                        .body()
                        .lines()
                        .filter("TY  - CASE"::equals)
                        .count());
        assertEquals(
                120,
                site.get("/search.bib")
                        .body()
                        .lines()
                        .filter(l -> l.startsWith("@misc"))
                        .count());
        assertEquals('P', site.bytes("/search.zip").body()[0]);
    }

    @Test
    void refusesWrongQueriesAndParametersInsteadOfAnEmptyFile() {
        for (var ending : List.of("csv", "ndjson", "ris", "bib", "zip", "atom")) {
            assertEquals(400, site.get("/search." + ending + "?modalitty=MRI").statusCode(), ending);
            var wrong = site.get("/search." + ending + "?q=%22unclosed", "Accept", "application/json");
            assertEquals(400, wrong.statusCode(), ending);
            assertTrue(wrong.body().contains("\"position\":"), wrong.body());
            assertTrue(wrong.headers().firstValue("Content-Disposition").isEmpty(), ending);
        }
    }

    @Test
    void pageAfterADeterminationOutsideTheResultIsRefused() {
        var answer = site.json("/search.json?q=x-ray&after=CM00-0000000");
        assertEquals(400, answer.get("status"));
        assertEquals("after", answer.get("parameter"));
        assertTrue(String.valueOf(answer.get("detail")).contains("start again without \"after\""), answer.toString());
    }

    @Test
    void feedsListWhatWasAddedLastAndGoOn() {
        var feed = site.get("/search.atom?modality=X-ray");
        assertEquals(
                "application/atom+xml;charset=utf-8",
                feed.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""));
        assertTrue(feed.body().indexOf("CM14-0000119") < feed.body().indexOf("CM14-0000118"));
        assertTrue(feed.body().contains("<updated>2024-05-01T10:01:59Z</updated>"));
        assertTrue(feed.body().contains("rel=\"next\""), feed.body());
        var last = site.get("/search.atom?modality=X-ray&page=3").body();
        assertTrue(last.contains("CM14-0000000") && !last.contains("rel=\"next\""), last);
    }

    @Test
    void aFeedThatDidNotChangeIsNotSentAgain() {
        var link = site.save("/search?modality=X-ray", "n", "");
        for (var path : List.of("/search.atom?modality=X-ray", link + ".atom")) {
            var tag = site.get(path).headers().firstValue("ETag").orElseThrow();
            assertEquals(304, site.get(path, "If-None-Match", tag).statusCode());
            var reasons = "new for " + path;
            index.put(
                    WrittenLetters.letter("CM15-0000001", reasons, LocalDate.of(2013, 1, 1)),
                    WrittenLetters.SEEN.plusSeconds(999));
            var changed = site.get(path, "If-None-Match", tag);
            assertEquals(200, changed.statusCode());
            assertNotEquals(tag, changed.headers().firstValue("ETag").orElseThrow());
        }
    }

    @Test
    void theSitemapNamesEveryDeterminationOnce() {
        assertTrue(site.get("/robots.txt").body().contains("Sitemap: " + site.uri("/sitemap.xml")));
        var index = site.get("/sitemap.xml");
        assertTrue(index.body().contains("<loc>" + site.uri("/sitemap/1.xml") + "</loc>"), index.body());
        var part = site.get("/sitemap/1.xml");
        assertEquals(
                "application/xml;charset=utf-8",
                part.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""));
        var letters = Jsoup.parse(part.body(), "", Parser.xmlParser()).select("urlset > url");
        assertEquals(
                120,
                letters.stream().map(l -> l.select("loc").text()).distinct().count());
        assertEquals(120, letters.size());
        assertTrue(part.body().contains("<lastmod>2024-05-01T10:01:59Z</lastmod>"), part.body());
        var tag = part.headers().firstValue("ETag").orElseThrow();
        assertEquals(304, site.get("/sitemap/1.xml", "If-None-Match", tag).statusCode());
        for (var none : List.of("2", "0", "-1", "x", "999999999999")) {
            assertEquals(404, site.get("/sitemap/" + none + ".xml").statusCode(), none);
        }
    }

    @Test
    void lettersAndIssuesAreCitedForReferenceManagers() {
        var ris = site.get("/determinations/CM14-0000007.ris");
        assertTrue(ris.body().startsWith("TY  - CASE\r\nID  - imr-CM14-0000007\r\n"), ris.body());
        var bib = site.get("/determinations/CM14-0000007.bib?issue=1").body();
        assertTrue(bib.contains("issue 1 (X-ray, cervical spine)"), bib);
        assertEquals(400, site.get("/determinations/CM14-0000007.bib?issue=2").statusCode());
        assertEquals(404, site.get("/determinations/nobody.ris").statusCode());
    }
}
