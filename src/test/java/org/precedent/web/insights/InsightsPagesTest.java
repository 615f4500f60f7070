package org.precedent.web.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.json.Json;
import org.precedent.search.RandomDeterminations;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;

/**
 * Outcome tables over HTTP, from a real index of random determinations.
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

    private record Answer(Asked query, Cell total, int suppressed, List<Cell> cells) {}

    private record Asked(String url) {}

    /** A cell of a table; the total has neither values nor a URL. */
    private record Cell(
            @Nullable List<String> values,
            long issues,
            long determinations,
            long overturned,
            long partlyOverturned,
            @Nullable Rate rate,
            @Nullable String url) {
        List<String> path() {
            return values == null ? List.of() : values;
        }

        String address() {
            return url == null ? "" : url;
        }
    }

    private record Rate(double percent, double low, double high) {}

    private record Page(Size total) {}

    private record Size(long issues, long determinations) {}

    private static Answer table(String path) {
        return Json.read(site.get(path).body(), Answer.class);
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
            var table = table("/insights.json?" + query);
            assertFalse(table.cells().isEmpty(), query);
            checkCounts(table.total(), table.query().url(), query);
            table.cells().stream().limit(40).forEach(cell -> checkCounts(cell, cell.address(), query + cell));
        }
    }

    private static void checkCounts(Cell counts, String url, String what) {
        var joint = url.contains("?") ? "&" : "?";
        assertEquals(new Size(counts.issues(), counts.determinations()), total(url), what);
        assertEquals(
                counts.overturned(), total(url + joint + "decision=Overturned").issues(), what);
        assertEquals(
                counts.partlyOverturned(),
                total(url + joint + "decision=Partly+overturned").issues(),
                what);
    }

    /** The number of issues and determinations that a search finds. */
    private static Size total(String url) {
        return Json.read(site.get(url.replaceFirst("/search", "/search.json")).body(), Page.class)
                .total();
    }

    @Test
    void ratesHaveIntervalsAndNoneIsGivenForFewIssues() {
        for (var cell : table("/insights.json?by=treatment&by=region").cells()) {
            var rate = cell.rate();
            assertEquals(cell.issues() < 10, rate == null, cell.toString());
            if (rate != null) {
                double share = 100.0 * (cell.overturned() + cell.partlyOverturned()) / cell.issues();
                assertEquals(share, rate.percent(), 0.051, cell.toString());
                assertTrue(rate.low() <= rate.percent() && rate.percent() <= rate.high(), cell.toString());
            }
        }
    }

    @Test
    void csvHasTheSameContentAsJson() {
        var lines =
                site.get("/insights.csv?by=modality&by=region").body().lines().toList();
        assertEquals(
                "modality,region,issues,determinations,overturned,partlyOverturned,upheld,percent,low,high,url",
                lines.getFirst());
        var cells = table("/insights.json?by=modality&by=region").cells();
        assertEquals(cells.size(), lines.size() - 1);
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            var line = lines.get(i + 1);
            var start = String.join(",", cell.path()) + "," + cell.issues() + "," + cell.determinations();
            assertTrue(line.startsWith(start), line);
            assertTrue(line.endsWith(cell.address()), line);
        }
    }

    @Test
    void noRateIsGivenForASpecialtyWithFewIssues() {
        var table = table("/insights.json?by=specialty&by=treatment");
        assertTrue(table.suppressed() > 0);
        table.cells().forEach(cell -> assertTrue(cell.issues() >= 10, cell.toString()));
        var filtered = table("/insights.json?by=month&specialty=Neurology");
        filtered.cells().forEach(cell -> assertTrue(cell.issues() >= 10, cell.toString()));
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
    void showsTheWholeIndexForAnEmptyQuery() {
        var page = page("/insights");
        assertEquals(
                List.of("By treatment", "By year decided"),
                page.select("header.by h2").eachText());
        assertTrue(page.select("svg.line-chart a").size() > 1);
        assertTrue(page.select(".more a").size() > 4);
        assertTrue(page.select("link[rel=canonical]").attr("href").endsWith("/insights"));
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
        var results = page("/search?q=MRI+spine&not.region=Knee");
        assertEquals(
                "/insights?modality=MRI&region=Spine&not.region=Knee",
                results.select("details.charts a:contains(See outcomes by)").attr("href"));
        var charts = page(results.select("details.charts a.deferred").attr("href"));
        var links = charts.select(".see a").eachAttr("href");
        assertTrue(links.contains("/insights?modality=MRI&region=Spine&not.region=Knee&by=region"), links.toString());
        var page = page(links.getFirst());
        assertEquals(
                List.of(
                        "Remove filter Imaging modality: MRI",
                        "Remove filter Body region: Spine",
                        "Remove filter Body region: not Knee"),
                page.select("a.chip").eachText());
        assertTrue(page.select("a.chip").eachAttr("href").stream().allMatch(h -> h.startsWith("/insights?")));
        assertEquals(
                List.of("modality", "region", "not.region"),
                page.select("form.cross input[type=hidden]").eachAttr("name"));
    }

    @Test
    void saysWhenTheRequestedDecisionIsSetAside() {
        assertTrue(page("/insights?by=region&decision=Overturned")
                .select(".note")
                .text()
                .contains("are ignored here"));
        assertFalse(
                page("/insights?by=region&modality=MRI").select(".note").text().contains("are ignored here"));
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
        assertTrue(below.select("tbody th").eachAttr("class").getFirst().contains("d0"));
    }

    private static Document page(String path) {
        var answer = site.get(path);
        assertEquals(200, answer.statusCode(), path);
        return Jsoup.parse(answer.body(), "http://localhost");
    }
}
