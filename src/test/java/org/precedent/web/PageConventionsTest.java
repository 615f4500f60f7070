package org.precedent.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Conventions that users expect of web pages, checked in the markup alone.
 */
class PageConventionsTest {
    private static RunningServer server;
    private static TestClient client;

    @BeforeAll
    static void start() {
        server = RunningServer.over(new FixtureEngine(FixtureLetters.of(60)));
        client = new TestClient(server.port());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Document page(String path) {
        return Jsoup.parse(client.get(path).body(), "http://localhost");
    }

    private static List<String> links(Document page, String selector) {
        return page.select(selector).stream().map(a -> a.attr("href")).toList();
    }

    @Test
    void aChangedFilterBeginsAtTheFirstPageAndKeepsTheOrder() {
        var page = page("/search?q=red&sort=newest&page=2");
        assertTrue(links(page, ".values a").stream().allMatch(l -> l.contains("sort=newest") && !l.contains("page=")));
        var sorts = links(page("/search?q=red&decision=Upheld&page=2"), ".menu a[href*=sort]");
        assertFalse(sorts.isEmpty());
        assertTrue(sorts.stream().allMatch(l -> l.contains("decision=Upheld")), sorts.toString());
    }

    @Test
    void aNewQueryKeepsTheFiltersAndShowsThem() {
        var page = page("/search?q=red&decision=Upheld&not.region=Shoulder&from=2014&sort=newest");
        var hiddenFields = page.select(".query input[type=hidden]").eachAttr("name");
        assertEquals(List.of("decision", "not.region", "from", "sort"), hiddenFields);
        assertEquals(
                List.of(
                        "Remove filter Body region: not Shoulder",
                        "Remove filter Decision: Upheld",
                        "Remove filter Decided: from Jan 1, 2014"),
                page.select("a.chip").eachText());
        assertEquals(List.of("/search?q=red&sort=newest"), links(page, ".clear"));
    }

    @Test
    void aValueThatNoLetterHasCanBeRemoved() {
        var page = page("/search?modality=Sonar");
        assertEquals(
                "Remove filter Imaging modality: Sonar", page.select("a.chip").text());
        assertTrue(
                page.select(".pinned .chosen").text().contains("Sonar 0"),
                page.select(".pinned").text());
    }

    @Test
    void aFacetShowsSixValuesWithTheirParentsAndLeadsToAll() {
        var page = page("/search");
        for (var facet : page.select("details.facet")) {
            assertTrue(facet.select("li").size() <= 6 + 4, facet.text());
        }
        var all = page("/facets/region?q=red");
        assertTrue(all.select("input[name=find]").size() == 1 && all.text().contains("Order A–Z"), all.text());
    }

    @Test
    void selectedValuesComeFirstAndEmptyValuesAreNotLinks() {
        var page = page("/search?decision=Upheld&modality=CT&region=Lumbar+spine&q=X-ray");
        var first = page.select("[data-facet=decision] li").first();
        assertTrue(
                first != null && first.hasClass("chosen"),
                page.select("[data-facet=decision]").text());
        var empty = page.select("[data-facet=decision] .empty");
        assertEquals("Overturned 0", empty.text());
        assertTrue(empty.select("a").isEmpty());
    }

    @Test
    void aFacetLinkSaysValueCountAndState() {
        var page = page("/search?decision=Upheld");
        var chosen = page.select("[data-facet=decision] .chosen a").text();
        assertTrue(chosen.matches("Upheld \\d+ issues, chosen: remove"), chosen);
        var offered = page.select("[data-facet=modality] .values a").first();
        assertTrue(offered != null && offered.text().matches(".+ \\d+"), String.valueOf(offered));
        assertTrue(page.select("[data-facet=modality] .values button")
                .attr("title")
                .startsWith("Exclude "));
    }

    @Test
    void theTitleBeginsWithTheQueryAndTheCount() {
        var title = page("/search?q=red&modality=CT").title();
        assertTrue(title.matches("red · CT – \\d+ determinations – Precedent"), title);
    }

    @Test
    void resultsHaveSkipLinksLandmarksAndOrderedHeadings() {
        var page = page("/search?q=red");
        assertEquals(List.of("#q", "#filters", "#results", "#main"), links(page, ".skips a"));
        assertEquals(1, page.select("h1").size());
        for (var landmark : List.of("search", "aside[aria-label=Filters]", "main", "header", "footer", "nav")) {
            assertFalse(page.select(landmark).isEmpty(), landmark);
        }
        assertEquals(10, page.select(".letter h2").size());
        assertFalse(page.select(".others h3").isEmpty());
        var live = page.select("[aria-live]");
        assertEquals(
                "polite true status",
                live.attr("aria-live") + " " + live.attr("aria-atomic") + " " + live.attr("role"));
        assertEquals(1, live.size());
    }

    @Test
    void pagesAreRealLinksInFourSizes() {
        var page = page("/search?page=2");
        assertEquals(1, page.select(".paging a[rel=prev]").size());
        assertEquals(1, page.select(".paging a[rel=next]").size());
        assertEquals(
                List.of("10 a page", "25 a page", "50 a page", "100 a page"),
                page.select(".menu a").eachText().stream()
                        .filter(t -> t.endsWith("a page"))
                        .toList());
    }

    @Test
    void daysAreWrittenForPeopleAndMachines() {
        var page = page("/search");
        for (Element time : page.select("time")) {
            assertTrue(time.attr("datetime").matches("\\d{4}-\\d\\d-\\d\\d"), time.outerHtml());
            assertTrue(time.text().matches("[A-Z][a-z]{2,3}\\.? \\d{1,2}, \\d{4}"), time.outerHtml());
        }
        assertEquals(0, page.select(".letter .added").size());
        assertEquals(
                10, page("/search?sort=added").select(".letter .added time").size());
    }

    @Test
    void theLastDaysAreNamedWithTheirFirst() {
        var chip = page("/search?from=-90d").select("a.chip").text();
        assertTrue(chip.matches("Remove filter Decided: last 90 days, from [A-Z][a-z]{2} \\d{1,2}, \\d{4}"), chip);
    }

    @Test
    void oneLineShowsCountAndRateAndChartsAreCollapsed() {
        var page = page("/search?q=red");
        assertTrue(
                page.select("h1").text().matches("\\d+ determinations \\d+ issues"),
                page.select("h1").text());
        assertTrue(
                page.select(".rate").text().matches("\\d+ of \\d+ overturned, \\d+\\.\\d%"),
                page.select(".rate").text());
        assertTrue(page.select(".tools .place").text().matches("1–10 of \\d+ determinations"));
        var menu = page.select("details.charts:not([open]) a.deferred");
        assertEquals("/search/outcomes?q=red", menu.attr("href"));
        assertEquals(
                "/insights?q=red",
                page.select("details.charts a:contains(See outcomes by)").attr("href"));
        var charts = page(menu.attr("href"));
        assertEquals(1, charts.select(".charts .outcomes svg").size());
        assertEquals(
                "/search?q=red&decision=Upheld",
                charts.select(".key a:contains(Upheld)").attr("href"));
        assertEquals("/search?q=red", charts.select(".trail a").attr("href"));
        assertTrue(page("/search?q=red&decision=Upheld")
                .select(".rate")
                .text()
                .endsWith("(ignoring the decision filter)"));
    }

    @Test
    void aResultOpensWithTheRequestAndTheDecision() {
        var card = page("/search?q=red").select("li.letter").first();
        assertNotNull(card);
        assertTrue(card.select("h2 a").attr("href").contains("#issue-"), card.html());
        var text = card.text();
        assertTrue(text.indexOf("treatment") < text.indexOf("CM"), text);
    }

    @Test
    void whatIsNotStatedComesLastInItsFacet() {
        for (var facet : page("/search").select("details.facet")) {
            var values = facet.select(".values li").eachText();
            int unstated = values.indexOf(values.stream()
                    .filter(v -> v.startsWith("Not stated") || v.startsWith("No imaging") || v.startsWith("None cited"))
                    .findFirst()
                    .orElse(""));
            assertTrue(unstated < 0 || unstated == values.size() - 1, values.toString());
        }
    }

    @Test
    void swappedDaysAreTakenInTheOrderOfTime() {
        var answer = client.get("/search?q=red&from=2016-12-09&to=2015");
        assertEquals(302, answer.statusCode());
        assertEquals(
                "/search?q=red&from=2015&to=2016-12-09",
                answer.headers().firstValue("Location").orElseThrow());
        assertEquals(200, client.get("/search?from=2016-12-09&to=2016").statusCode());
        assertEquals(400, client.get("/search.json?from=2016&to=2015").statusCode());
    }

    @Test
    void trackingParametersAreDropped() {
        for (var path : List.of("/search?q=red", "/determinations/CM15-9900001?search=q%3Dred", "/help")) {
            var joined = path + (path.contains("?") ? "&" : "?");
            var answer = client.get(joined + "utm_source=mail&fbclid=x&gclid=y");
            assertEquals(302, answer.statusCode(), path);
            assertEquals(path, answer.headers().firstValue("Location").orElseThrow());
        }
        assertEquals(400, client.get("/search?utm=1").statusCode());
    }

    @Test
    void manyFiltersMakeNoLongTitle() {
        var years = java.util.stream.IntStream.range(1950, 2006)
                .mapToObj(y -> "year=" + y)
                .collect(java.util.stream.Collectors.joining("&"));
        var page = page("/search?" + years);
        assertTrue(page.title().length() < 120, page.title());
        assertEquals(56, page.select(".chips.many a.chip").size());
    }

    @Test
    void tooFewOrTooManyIssuesToCompareLoseNothing() {
        var from = "http://127.0.0.1:" + server.port() + "/search?q=red&sort=newest";
        var none = client.get("/compare", "Referer", from, "Accept", "text/html");
        assertEquals(400, none.statusCode());
        assertTrue(none.body().contains("You haven’t selected any."), none.body());
        assertEquals(
                "/search?q=red&sort=newest",
                Jsoup.parse(none.body()).select("main a.button").attr("href"));
        var five = page("/search?q=red").select(".pick input").eachAttr("value").stream()
                .limit(5)
                .map(key -> "i=" + key)
                .collect(java.util.stream.Collectors.joining("&"));
        var many = Jsoup.parse(client.get("/compare?" + five).body());
        assertEquals(5, many.select("input[name=i]").size());
        assertEquals(4, many.select("input[name=i][checked]").size());
        assertEquals(1, many.select("main button").size());
        assertEquals(400, client.get("/compare.json").statusCode());
        var elsewhere =
                client.get("/compare", "Referer", "http://elsewhere.example/search?q=red", "Accept", "text/html");
        assertEquals(
                "/search", Jsoup.parse(elsewhere.body()).select("main a.button").attr("href"));
    }

    @Test
    void theLinkToAResultSaysWhatItFinds() {
        var description = page("/search?q=red").select("meta[name=description]").attr("content");
        assertTrue(
                description.matches("Issues about “red”\\. \\d+ determinations?, \\d+ issues?\\. .*overturned.*"),
                description);
    }

    @Test
    void theKeyboardShortcutsAreListedAndLinkedFromEveryPage() {
        var letter = page("/determinations/CM15-9900001");
        assertEquals(1, letter.select("footer a[href=/help#keys]").size());
        var keys = page("/help").select("#keys ~ .keys kbd").eachText();
        assertEquals(List.of("/", "j", "k", "Enter", "[", "]", "n", "p", "c", "?", "Esc"), keys);
    }

    @Test
    void theOriginalIsWhereTheFooterSays() {
        assertEquals(
                1,
                page("/determinations/CM15-9900001")
                        .select("footer a[href=#letter]")
                        .size());
        assertEquals(1, page("/determinations/CM15-9900001").select("#letter").size());
        assertEquals(1, page("/help").select("footer a[href=/about#originals]").size());
        assertEquals(1, page("/about").select("#originals").size());
    }

    @Test
    void aDeterminationOpensWithOutcomeAndDate() {
        var letter = page("/determinations/CM15-9900001");
        var gist = letter.select("header.case .gist").text();
        assertTrue(gist.matches(".*(?:[Uu]pheld|[Oo]verturned).* · decided [A-Z][a-z]{2} \\d{1,2}, \\d{4}.*"), gist);
        assertTrue(letter.select("details.similar[open]").isEmpty());
        assertEquals(
                "red",
                page("/determinations/CM15-9900001?search=q%3Dred").select("#q").attr("value"));
    }

    @Test
    void everyPageNamesItsOtherForms() {
        var page = page("/search?q=red");
        assertEquals(
                List.of("application/json", "application/atom+xml", "text/csv"),
                page.select("link[rel=alternate]").eachAttr("type"));
        assertTrue(
                page.select("link[rel=canonical]").attr("href").matches("http://[^/]+/search\\?q=red"),
                page.head().html());
        assertTrue(page("/determinations/CM15-9900001?search=q%3Dred")
                .select("link[rel=canonical]")
                .attr("href")
                .matches("http://[^/]+/determinations/CM15-9900001"));
        var letter = page("/determinations/CM15-9900001");
        assertFalse(
                letter.select("meta[property=og:description]").attr("content").isEmpty());
    }

    @Test
    void facetLinksAreNotForCrawlers() {
        assertEquals(
                "noindex, nofollow", page("/search").select("meta[name=robots]").attr("content"));
    }

    @Test
    void theListOfConventionsNamesTestsThatExist() throws IOException {
        var list = Files.readString(Path.of("src/site/markdown/look.md"));
        var named = Pattern.compile("`(\\w+)#(\\w+)`").matcher(list).results().toList();
        var missing = new TreeSet<String>();
        for (var name : named) {
            if (sources(name.group(1)).noneMatch(s -> s.contains(" " + name.group(2) + "("))) {
                missing.add(name.group());
            }
        }
        assertEquals(Set.of(), missing);
        var numbers =
                Pattern.compile("(?m)^\\| (\\d+) \\|").matcher(list).results().map(m -> Integer.valueOf(m.group(1)));
        assertEquals(IntStream.rangeClosed(1, 48).boxed().toList(), numbers.toList());
    }

    private static Stream<String> sources(String type) throws IOException {
        var found = new ArrayList<String>();
        for (var folder : List.of("src/test/java", "src/browser/java")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(f -> f.endsWith(type + ".java")).toList()) {
                    found.add(Files.readString(file));
                }
            }
        }
        return found.stream();
    }
}
