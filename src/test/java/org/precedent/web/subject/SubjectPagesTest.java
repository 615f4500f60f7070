package org.precedent.web.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Citation;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.json.Json;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;

/**
 * The pages of guidelines and treatments, over the bundled samples.
 */
class SubjectPagesTest {
    @TempDir
    private Path folder;

    private final IndexFixture index = new IndexFixture();
    private List<Determination> letters;
    private SiteFixture site;

    @Test
    void theSitemapListsEachPageOnceAndEachIsThere() {
        var index = site.get("/sitemap.xml").body();
        assertTrue(index.contains("/sitemap/subjects.xml</loc>"), index);
        var paths = Jsoup.parse(site.get("/sitemap/subjects.xml").body(), "", org.jsoup.parser.Parser.xmlParser())
                .select("loc")
                .eachText()
                .stream()
                .map(loc -> java.net.URI.create(loc).getPath())
                .toList();
        assertTrue(paths.containsAll(List.of("/guidelines", "/treatments", "/treatments/surgery")), paths.toString());
        assertEquals(paths.size(), new HashSet<>(paths).size());
        for (var path : paths) {
            assertEquals(200, site.get(path).statusCode(), path);
        }
    }

    @BeforeEach
    void start() throws IOException {
        try (var samples = Files.list(Path.of("src/main/resources/samples"))) {
            letters = samples.filter(f -> f.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(f -> read(f).stream())
                    .toList();
        }
        index.put(letters, l -> WrittenLetters.SEEN);
        site = new SiteFixture(index.engine(), folder.resolve("precedent.db"));
    }

    @AfterEach
    void stop() {
        site.close();
        index.close();
    }

    @Test
    void everyCountIsWhatItsSearchFinds() {
        int counts = 0;
        for (var page : everyPage("/guidelines")) {
            for (var list : List.of("groups", "below")) {
                for (var entry : list(page, list)) {
                    counts += check(entry, text(entry, "url"));
                }
            }
            for (var table : list(page, "tables")) {
                for (var cell : list(table, "cells")) {
                    counts += check(cell, text(cell, "url"));
                }
            }
        }
        assertTrue(counts > 500, "counts: " + counts);
    }

    @Test
    void citationsAreCountedByIssueOnEachSide() {
        var titles = new TreeSet<String>();
        letters.forEach(l ->
                l.issues().forEach(i -> i.reviewerGuidelines().citations().forEach(c -> titles.add(c.label()))));
        int found = 0;
        for (var page : everyPage("/guidelines")) {
            var label = text(page, "value");
            if (titles.contains(label) && label.contains(" ")) {
                found++;
                var groups = list(page, "groups");
                Predicate<Issue> reviewer = i -> cites(i.reviewerGuidelines(), label);
                Predicate<Issue> administrator = i -> cites(i.administratorGuidelines(), label);
                assertEquals(issues(reviewer), groups.get(0).get("issues"), label);
                assertEquals(issues(administrator), groups.get(1).get("issues"), label);
                assertEquals(issues(reviewer.and(administrator)), groups.get(2).get("issues"), label);
                assertEquals(
                        issues(administrator.and(reviewer.negate())),
                        groups.get(3).get("issues"),
                        label);
            }
        }
        assertEquals(titles.stream().filter(t -> t.contains(" ")).count(), found);
    }

    @Test
    void editionsSectionsAndPagesLieBelowTheirTitle() {
        var section = json("/guidelines/mtus/low-back-complaints/2004/special-studies.json");
        assertEquals("MTUS Low Back Complaints > 2004 > Special Studies", section.get("value"));
        assertEquals(
                List.of("MTUS", "Low Back Complaints", "2004"),
                list(section, "above").stream().map(a -> a.get("name")).toList());
        var page = page("/guidelines/mtus/low-back-complaints/2004/special-studies");
        assertEquals(
                "MTUS Low Back Complaints, 2004, Special Studies",
                page.select("h1").text());
        assertTrue(page.select(".crumbs a").eachAttr("href").contains("/guidelines/mtus/low-back-complaints/2004"));
    }

    @Test
    void anotherSpellingLeadsToTheCanonicalOneAndAWrongOneToTheNearest() {
        for (var spelling :
                List.of("MTUS/Low%20Back%20Complaints", "mtus/low_back_complaints", "Mtus/LOW-BACK-COMPLAINTS")) {
            var answer = site.get("/guidelines/" + spelling);
            assertEquals(301, answer.statusCode(), spelling);
            assertEquals(
                    "/guidelines/mtus/low-back-complaints",
                    answer.headers().firstValue("Location").orElseThrow());
        }
        var wrong = site.get("/guidelines/mtus/low-bak-complaints");
        assertEquals(404, wrong.statusCode());
        assertTrue(wrong.body().contains("Did you mean MTUS Low Back Complaints"), wrong.body());
        assertEquals(404, site.get("/treatments/nothing-of-the-kind").statusCode());
        assertEquals(400, site.get("/guidelines?x=1").statusCode());
    }

    @Test
    void noTreatmentIsLargerThanTheOneAboveItAndEachCountIsWhatItsSearchFinds() {
        int items = 0;
        for (var page : everyPage("/treatments")) {
            var all = (Integer)
                    Objects.requireNonNull(list(page, "groups").getFirst().get("issues"));
            for (var below : list(page, "below")) {
                check(below, text(below, "url"));
                assertTrue(
                        (Integer) Objects.requireNonNull(below.get("issues")) <= all, below + " in " + page.get("url"));
                items += text(below, "url").split("/").length == 5 ? 1 : 0;
            }
            for (var table : list(page, "tables")) {
                for (var cell : list(table, "cells")) {
                    check(cell, text(cell, "url"));
                }
            }
        }
        assertTrue(items > 20, "items: " + items);
    }

    @Test
    void aTreatmentShowsGroundsWithTheirSentences() {
        var quotes = new ArrayList<String>();
        for (var page : everyPage("/treatments")) {
            assertEquals(
                    list(page, "groups").getFirst().get("issues"),
                    total(text(list(page, "groups").getFirst(), "url")));
            for (var side : list(page, "grounds")) {
                for (var ground : list(side, "reasons")) {
                    var search = json(text(ground, "url").replace("/search?", "/search.json?"));
                    var total = Objects.requireNonNull((Map<?, ?>) search.get("total"));
                    assertTrue(
                            Integer.parseInt(text(total, "determinations")) >= GroundFinder.MIN_DETERMINATIONS,
                            ground.toString());
                    for (var quote : list(ground, "quotes")) {
                        assertTrue(isGiven(text(quote, "text"), text(ground, "name")), quote.toString());
                        quotes.add(text(quote, "text"));
                    }
                }
            }
        }
        assertTrue(quotes.size() > 20, "quotes: " + quotes.size());
    }

    @Test
    void chipsLeadToThePages() {
        var results = page("/search?guideline=MTUS+Low+Back+Complaints");
        var chip = results.select(".letter .line > a").stream()
                .filter(a -> a.text().equals("MTUS Low Back Complaints"))
                .findFirst()
                .orElseThrow();
        assertEquals("/guidelines/mtus/low-back-complaints", chip.attr("href"));
        var seen = new HashSet<String>();
        for (var letter : letters) {
            for (var link : page("/determinations/" + letter.id()).select(".cited a, a[href^=/treatments/]")) {
                if (seen.add(link.attr("href"))) {
                    assertEquals(200, site.get(link.attr("href")).statusCode(), link.attr("href"));
                }
            }
        }
        assertTrue(seen.size() > 20, "links: " + seen.size());
    }

    private boolean isGiven(String sentence, String reason) {
        return letters.stream()
                .flatMap(l -> l.issues().stream())
                .flatMap(i -> i.reasons().stream())
                .anyMatch(r -> r.label().equals(reason) && r.evidence().value().equals(sentence));
    }

    private int issues(Predicate<Issue> filter) {
        return (int) letters.stream()
                .flatMap(l -> l.issues().stream())
                .filter(filter)
                .count();
    }

    private static boolean cites(GuidelineLine line, String label) {
        return line.citations().stream().map(Citation::label).anyMatch(label::equals);
    }

    private int check(Map<?, ?> counts, String url) {
        if (url.startsWith("/search")) {
            assertEquals(counts.get("issues"), total(url), url);
            return 1;
        }
        var page = list(json(url + ".json"), "groups").getFirst();
        assertEquals(counts.get("issues"), page.get("issues"), url);
        assertEquals(counts.get("overturned"), page.get("overturned"), url);
        return 1;
    }

    private Object total(String url) {
        var search = json(url.equals("/search") ? "/search.json" : url.replace("/search?", "/search.json?"));
        var total = Objects.requireNonNull((Map<?, ?>) search.get("total"));
        return Objects.requireNonNull(total.get("issues"));
    }

    /** The JSON data of all pages reachable from a root page. */
    private List<Map<?, ?>> everyPage(String root) {
        var pages = new ArrayList<Map<?, ?>>();
        var open = new ArrayDeque<String>();
        var seen = new TreeSet<String>();
        list(json(root + ".json"), "entries").forEach(e -> open.add(text(e, "url")));
        while (!open.isEmpty()) {
            var url = open.poll();
            if (seen.add(url)) {
                var page = json(url + ".json");
                pages.add(page);
                list(page, "below").forEach(b -> open.add(text(b, "url")));
            }
        }
        assertFalse(pages.isEmpty());
        return pages;
    }

    private Document page(String path) {
        return Jsoup.parse(site.get(path).body());
    }

    private Map<?, ?> json(String path) {
        return Json.read(site.get(path).body(), Map.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<?, ?>> list(Map<?, ?> json, String key) {
        return Objects.requireNonNull((List<Map<?, ?>>) json.get(key));
    }

    private static String text(Map<?, ?> json, String key) {
        return String.valueOf(json.get(key));
    }

    private static Stream<Determination> one(Parsed parsed) {
        return parsed instanceof Parsed.Read read ? Stream.of(read.determination()) : Stream.of();
    }

    private static List<Determination> read(Path file) {
        try {
            var name = file.getFileName().toString();
            var parser = new LetterParser(Vocabularies.bundled());
            var letter = new Letter(name, "sha-" + name, Files.readString(file), false);
            return one(parser.parse(letter)).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
