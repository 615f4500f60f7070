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
import org.precedent.search.RandomDeterminations;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;

/**
 * The pages about coverage and about split determinations, over HTTP.
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

    @Test
    void showsEachMonthAndNamesGaps() {
        var letters = new ArrayList<Determination>();
        add(letters, LocalDate.of(2016, 1, 4), 12);
        add(letters, LocalDate.of(2016, 2, 3), 2);
        add(letters, LocalDate.of(2016, 5, 31), 13);
        index.put(letters, l -> WrittenLetters.SEEN);
        var json = site.json("/insights/coverage.json");
        assertEquals(27, json.get("determinations"));
        assertEquals(List.of(Map.of("from", "2016-03", "to", "2016-04")), json.get("gaps"));
        var months = (List<?>) json.get("months");
        assertEquals(5, months.size());
        assertEquals(true, ((Map<?, ?>) months.get(1)).get("few"));
        assertEquals(false, ((Map<?, ?>) months.get(0)).get("few"));
        var page = Jsoup.parse(site.get("/insights/coverage").body());
        assertTrue(page.text().contains("No determination from 2016-03 to 2016-04."), page.text());
        assertEquals("2016-05", page.select("tbody th").first().text());
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
        assertEquals(List.of(), site.json("/insights/coverage.json").get("months"));
        for (var path : List.of("/insights", "/insights?by=region&by=year", "/insights/coverage", "/insights/split")) {
            assertEquals(200, site.get(path).statusCode(), path);
        }
        assertEquals(List.of(), site.json("/insights.json?by=month").get("cells"));
    }

    @Test
    void countsWhatWasNoticedWhileReading() {
        index.put(RandomDeterminations.letters(3, 30), l -> WrittenLetters.SEEN);
        var findings = (Map<?, ?>) site.json("/insights/coverage.json").get("findings");
        assertEquals(index.engine().overview().findings().size(), findings.size());
        assertTrue((Integer) findings.get("unknown-term") > 0, findings.toString());
        assertTrue(site.get("/insights/coverage").body().contains("Unknown term"));
    }

    @Test
    void everyFigureAboutSplitDeterminationsIsWhatItsAddressFinds() {
        index.put(RandomDeterminations.letters(17, 120), l -> WrittenLetters.SEEN);
        for (var query :
                List.of("", "?by=region&region=Spine", "?by=modality&q=balto", "?by=guideline&decision=Upheld")) {
            var split = site.json("/insights/split.json" + query);
            assertEquals(
                    ((Map<?, ?>) split.get("determinations")).get("split"),
                    total(String.valueOf(split.get("url"))).get("determinations"),
                    query);
            var values = (List<?>) split.get("values");
            assertFalse(values.isEmpty(), query);
            values.stream().limit(20).forEach(v -> {
                var value = (Map<?, ?>) v;
                var url = String.valueOf(value.get("url"));
                assertEquals(value.get("issues"), total(url).get("issues"), query + value);
                assertEquals(
                        value.get("upheld"), total(url + "&decision=Upheld").get("issues"), query + value);
            });
        }
        var page = Jsoup.parse(site.get("/insights/split?q=balto").body());
        assertEquals(3, page.select("ul.data a").size());
        assertFalse(page.select(".split-letters .badge.overturned").isEmpty());
        assertEquals(400, site.get("/insights/split?by=month").statusCode());
        assertEquals(400, site.get("/insights/split?by=specialty").statusCode());
        assertEquals(400, site.get("/insights/coverage?q=knee").statusCode());
    }

    private Map<?, ?> total(String url) {
        return (Map<?, ?>)
                site.json(url.replaceFirst("/search", "/search.json")).get("total");
    }
}
