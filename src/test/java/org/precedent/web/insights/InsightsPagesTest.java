package org.precedent.web.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.search.RandomDeterminations;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;

/**
 * Tables of outcomes over HTTP, from a real index of invented determinations.
 */
class InsightsPagesTest {
    private static final long SEED = 2_013;

    @TempDir
    private static Path folder;

    private static IndexFixture index;
    private static SiteFixture site;

    @BeforeAll
    static void start() {
        index = new IndexFixture();
        index.put(RandomDeterminations.letters(SEED, 150), l -> WrittenLetters.SEEN);
        site = new SiteFixture(index.engine(), folder.resolve("precedent.db"));
    }

    @AfterAll
    static void stop() {
        site.close();
        index.close();
    }

    @Test
    void everyCellIsWhatItsAddressFinds() {
        for (var query : List.of(
                "by=region",
                "by=treatment&by=region",
                "by=month&by=modality",
                "by=year&by=month",
                "by=guideline&by=reason&decision=Upheld",
                "by=region&region=Spine&modality=MRI",
                "by=region&q=spine+mri+overturned",
                "by=signal&by=administrator",
                "by=citation",
                "by=month&from=2014-02-10&to=2014-05-20",
                "by=region&by=year&not.region=Knee&year=2014&year=2015",
                "by=modality&q=balto&scope=letter&outcome=Mixed",
                "by=reason&q=(balto+OR+kermo)+decision%3Aoverturned+region%3Aspine",
                "by=specialty&by=region&q=balto",
                "by=treatment&q=balto+kermo+gatu+hobri&match=most")) {
            var table = site.json("/insights.json?" + query);
            var cells = cells(table);
            assertFalse(cells.isEmpty(), query);
            check(table, "total", query);
            cells.stream().limit(40).forEach(cell -> checkCounts(cell, String.valueOf(cell.get("url")), query + cell));
        }
    }

    private static void check(Map<?, ?> table, String key, String what) {
        var asked = (Map<?, ?>) table.get("query");
        checkCounts((Map<?, ?>) table.get(key), String.valueOf(asked.get("url")), what);
    }

    private static void checkCounts(Map<?, ?> counts, String url, String what) {
        assertEquals(List.of(counts.get("issues"), counts.get("determinations")), total(url), what);
        var joint = url.contains("?") ? "&" : "?";
        assertEquals(
                counts.get("overturned"),
                total(url + joint + "decision=Overturned").getFirst(),
                what);
        assertEquals(
                counts.get("partlyOverturned"),
                total(url + joint + "decision=Partly+overturned").getFirst(),
                what);
    }

    /** Issues and determinations that a search finds. */
    private static List<Object> total(String url) {
        var total = (Map<?, ?>)
                site.json(url.replaceFirst("/search", "/search.json")).get("total");
        return List.of(total.get("issues"), total.get("determinations"));
    }

    private static List<Map<?, ?>> cells(Map<?, ?> table) {
        var cells = new ArrayList<Map<?, ?>>();
        ((List<?>) table.get("cells")).forEach(cell -> cells.add((Map<?, ?>) cell));
        return cells;
    }

    @Test
    void ratesHaveIntervalsAndNoneIsToldOfFewIssues() {
        for (var cell : cells(site.json("/insights.json?by=treatment&by=region"))) {
            int issues = (Integer) cell.get("issues");
            assertEquals(issues < 10, cell.get("rate") == null, cell.toString());
            if (cell.get("rate") instanceof Map<?, ?> rate) {
                double percent = number(rate, "percent");
                double share =
                        100.0 * ((Integer) cell.get("overturned") + (Integer) cell.get("partlyOverturned")) / issues;
                assertEquals(share, percent, 0.051, cell.toString());
                assertTrue(number(rate, "low") <= percent && percent <= number(rate, "high"), cell.toString());
            }
        }
    }

    private static double number(Map<?, ?> rate, String key) {
        return ((Number) rate.get(key)).doubleValue();
    }

    @Test
    void csvSaysTheSameAsJson() {
        var lines = site.get("/insights.csv?by=modality&by=region").body().split("\r\n");
        assertEquals(
                "modality,region,issues,determinations,overturned,partlyOverturned,upheld,percent,low,high,url",
                lines[0]);
        var cells = cells(site.json("/insights.json?by=modality&by=region"));
        assertEquals(cells.size(), lines.length - 1);
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var values = (List<?>) cell.get("values");
            var start =
                    values.get(0) + "," + values.get(1) + "," + cell.get("issues") + "," + cell.get("determinations");
            assertTrue(lines[i + 1].startsWith(start), lines[i + 1]);
            assertTrue(lines[i + 1].endsWith(String.valueOf(cell.get("url"))), lines[i + 1]);
        }
    }

    @Test
    void nothingIsToldOfFewIssuesOfASpecialty() {
        var table = site.json("/insights.json?by=specialty&by=treatment");
        assertTrue((Integer) table.get("suppressed") > 0);
        cells(table).forEach(cell -> assertTrue((Integer) cell.get("issues") >= 10, cell.toString()));
        var filtered = site.json("/insights.json?by=month&specialty=Neurology");
        cells(filtered).forEach(cell -> assertTrue((Integer) cell.get("issues") >= 10, cell.toString()));
        assertTrue(page("/insights?by=specialty&by=treatment").text().contains("not shown, so that no figure"));
    }

    @Test
    void namesTheNearestOfWhatIsUnknown() {
        assertWrong("/insights.json?by=regoin", "by", "Did you mean \"region\"?");
        assertWrong("/insights.json?bi=region", "bi", "did you mean \"by\"?");
        assertWrong("/insights.json?by=region&regoin=Knee", "regoin", "did you mean \"region\"?");
        assertWrong("/insights.json?by=region&sort=rats", "sort", "Did you mean \"rate\"?");
        assertWrong("/insights.json?by=region&by=year&by=month", "by", "at most 2");
        assertEquals(400, site.get("/insights?q=%22open").statusCode());
        assertEquals(
                200, site.get("/insights?by=region&by=&sort=newest&view=table").statusCode());
    }

    private static void assertWrong(String path, String parameter, String detail) {
        var answer = site.get(path);
        assertEquals(400, answer.statusCode(), path);
        var failure = site.json(path);
        assertEquals(parameter, failure.get("parameter"), path);
        assertTrue(String.valueOf(failure.get("detail")).contains(detail), answer.body());
    }

    @Test
    void showsTheWholeIndexWhenNothingIsAsked() {
        var page = page("/insights");
        assertEquals(
                List.of("By treatment", "By year decided"),
                page.select("header.by h2").eachText());
        assertTrue(page.select("svg.line-chart a").size() > 1);
        assertTrue(page.select(".more a").size() > 4);
        assertEquals("/insights", page.select("link[rel=canonical]").attr("href"));
        assertTrue(page.select("meta[name=robots]").isEmpty());
        assertEquals("page", page.select(".places a[href=/insights]").attr("aria-current"));
    }

    @Test
    void aTableIsSortedByItsHeads() {
        var page = page("/insights?by=guideline");
        var heads = page.select("thead a");
        assertEquals(List.of("Guideline cited", "Issues", "Overturned", "Rate"), heads.eachText());
        assertTrue(page.select("[aria-sort]").isEmpty());
        var sorted = page(heads.get(1).attr("href"));
        assertEquals("descending", sorted.select("th[aria-sort]").attr("aria-sort"));
        var issues = sorted.select("tbody tr td:nth-of-type(1)").eachText().stream()
                .map(Integer::valueOf)
                .toList();
        assertEquals(issues.stream().sorted(Comparator.reverseOrder()).toList(), issues);
        assertEquals("/insights?by=guideline", sorted.select("th[aria-sort] a").attr("href"));
        var byName =
                page("/insights?by=guideline&sort=value").select("tbody th").eachText();
        assertEquals(byName.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), byName);
    }

    @Test
    void aResultPageCarriesItsSearchAlong() {
        var links = page("/search?q=MRI+spine&not.region=Knee").select(".see a").eachAttr("href");
        assertTrue(links.contains("/insights?modality=MRI&region=Spine&not.region=Knee&by=region"), links.toString());
        var page = page(links.getFirst());
        assertEquals(
                List.of(
                        "Remove filter Imaging modality: MRI",
                        "Remove filter Body region: Spine",
                        "Remove filter Body region: not Knee"),
                page.select("a.chip").eachAttr("aria-label"));
        assertTrue(page.select("a.chip").eachAttr("href").stream().allMatch(h -> h.startsWith("/insights?")));
        assertEquals(
                List.of("modality", "region", "not.region"),
                page.select("form.cross input[type=hidden]").eachAttr("name"));
    }

    @Test
    void saysWhenTheDecisionAskedForIsLeftAside() {
        assertTrue(page("/insights?by=region&decision=Overturned")
                .select(".note")
                .text()
                .contains("left aside"));
        assertFalse(
                page("/insights?by=region&modality=MRI").select(".note").text().contains("left aside"));
        var widened = page("/insights?by=region&q=balto+kermo+gatu+hobri+dunki&match=most");
        assertTrue(widened.select(".note").text().contains("no rates are shown"));
        assertTrue(widened.select(".rate-bar, .line-chart").isEmpty());
        assertFalse(widened.select("main").text().contains("%)"));
    }

    @Test
    void twoDimensionsMakeATableAndOneChartAValue() {
        var page = page("/insights?by=modality&by=year");
        assertEquals(1, page.select("table.matrix").size());
        assertTrue(page.select(".multiples .line-chart").size() > 1);
        var turned = page("/insights?by=year&by=modality");
        assertTrue(turned.select(".multiples .line-chart").size() > 1);
        assertTrue(page("/insights?by=modality&by=region")
                        .select(".multiples .bars li")
                        .size()
                > 1);
        assertTrue(page.select("[style], style").isEmpty());
    }

    @Test
    void aTreatmentIsBrokenDown() {
        var page = page("/insights?by=treatment");
        var drill = page.select("a.drill").eachAttr("href");
        assertFalse(drill.isEmpty());
        var below = page(drill.getFirst());
        assertTrue(below.select("tbody tr").size() > 1);
        assertTrue(below.select("tbody th").first().className().contains("d0"));
    }

    private static Document page(String path) {
        var answer = site.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.body(), "http://localhost");
    }
}
