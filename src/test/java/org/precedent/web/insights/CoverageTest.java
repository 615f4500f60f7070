package org.precedent.web.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Determination;
import org.precedent.json.Json;
import org.precedent.search.RandomDeterminations;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;

/**
 * The pages about coverage and split determinations, over HTTP.
 */
class CoverageTest {
    @TempDir
    Path folder;

    private final IndexFixture index = new IndexFixture();
    private SiteFixture site;

    @BeforeEach
    void start() {
        site = new SiteFixture(index.engine(), folder.resolve("precedent.db"));
    }

    @AfterEach
    void stop() {
        site.close();
        index.close();
    }

    private record Held(long determinations, List<Month> months, List<Gap> gaps, Map<String, Long> findings) {}

    private record Month(String month, boolean few) {}

    private record Gap(String from, String to) {}

    private record Split(Outcomes determinations, String url, List<Value> values) {}

    private record Outcomes(long split) {}

    private record Value(long issues, long upheld, String url) {}

    private record Page(Size total) {}

    private record Size(long issues, long determinations) {}

    private Held held() {
        return Json.read(site.get("/insights/coverage.json").body(), Held.class);
    }

    @Test
    void showsEachMonthAndNamesGaps() {
        var letters = new ArrayList<Determination>();
        add(letters, LocalDate.of(2016, 1, 4), 12);
        add(letters, LocalDate.of(2016, 2, 3), 2);
        add(letters, LocalDate.of(2016, 5, 31), 13);
        index.put(letters, l -> WrittenLetters.SEEN);
        var held = held();
        assertEquals(27, held.determinations());
        assertEquals(List.of(new Gap("2016-03", "2016-04")), held.gaps());
        assertEquals(5, held.months().size());
        assertEquals(new Month("2016-01", false), held.months().getFirst());
        assertEquals(new Month("2016-02", true), held.months().get(1));
        var page = Jsoup.parse(site.get("/insights/coverage").body());
        assertTrue(page.text().contains("No determinations from 2016-03 to 2016-04."), page.text());
        assertEquals("2016-05", page.select("tbody th").eachText().getFirst());
        assertEquals(
                "/search?from=2016-02-01&to=2016-02-29",
                page.select("tbody tr:nth-of-type(4) a").attr("href"));
    }

    private static void add(List<Determination> letters, LocalDate day, int count) {
        for (int i = 0; i < count; i++) {
            letters.add(WrittenLetters.letter("CM16-%07d".formatted(letters.size()), "reasons", day));
        }
    }

    @Test
    void answersAnEmptyIndex() {
        assertEquals(List.of(), held().months());
        for (var path : List.of("/insights", "/insights?by=region&by=year", "/insights/coverage", "/insights/split")) {
            assertEquals(200, site.get(path).statusCode(), path);
        }
        assertEquals(List.of(), site.json("/insights.json?by=month").get("cells"));
    }

    @Test
    void countsWhatWasNoticedWhileReading() {
        index.put(RandomDeterminations.letters(3, 30), l -> WrittenLetters.SEEN);
        var findings = held().findings();
        assertEquals(index.engine().overview().findings().size(), findings.size());
        assertTrue(findings.getOrDefault("unknown-term", 0L) > 0, findings.toString());
        var page = Jsoup.parse(site.get("/insights/coverage").body());
        assertTrue(page.text().contains("Unknown term"), page.text());
        var links = page.select("section[aria-labelledby=findings] a");
        assertFalse(links.isEmpty());
        links.forEach(link -> assertEquals(
                Long.parseLong(link.text()), total(link.attr("href")).determinations(), link::toString));
    }

    @Test
    void everyFigureAboutSplitDeterminationsIsWhatItsAddressFinds() {
        index.put(RandomDeterminations.letters(17, 120), l -> WrittenLetters.SEEN);
        for (var query :
                List.of("", "?by=region&region=Spine", "?by=modality&q=balto", "?by=guideline&decision=Upheld")) {
            var split = Json.read(site.get("/insights/split.json" + query).body(), Split.class);
            assertEquals(split.determinations().split(), total(split.url()).determinations(), query);
            assertFalse(split.values().isEmpty(), query);
            for (var value :
                    split.values().subList(0, Math.min(20, split.values().size()))) {
                assertEquals(value.issues(), total(value.url()).issues(), query + value);
                assertEquals(
                        value.upheld(), total(value.url() + "&decision=Upheld").issues(), query + value);
            }
        }
        var page = Jsoup.parse(site.get("/insights/split?q=balto").body());
        assertEquals(3, page.select("ul.data a").size());
        assertFalse(page.select(".split-letters .badge.overturned").isEmpty());
        assertEquals(400, site.get("/insights/split?by=month").statusCode());
        assertEquals(400, site.get("/insights/split?by=specialty").statusCode());
        assertEquals(400, site.get("/insights/coverage?q=knee").statusCode());
    }

    private Size total(String url) {
        return Json.read(site.get(url.replaceFirst("/search", "/search.json")).body(), Page.class)
                .total();
    }
}
