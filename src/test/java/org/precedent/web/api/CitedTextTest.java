package org.precedent.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.search.RandomDeterminations;
import org.precedent.search.facet.Facet;
import org.precedent.search.interpret.SearchService;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;
import org.precedent.web.api.CitePages.CitedText;

class CitedTextTest {
    @Test
    void resolvesCaseNumbersInAnySpellingAndNamesTheUnknown() {
        var index = new IndexFixture();
        index.put(WrittenLetters.letter("CM14-0012345", "r", LocalDate.of(2014, 7, 8)), WrittenLetters.SEEN);
        var cited = cited(
                "As in CM14-0012345 (also cm14 0012345), unlike CM 14\u20130099999, IMR 13-000004; not ABC12-3456789.",
                index);
        assertEquals(
                List.of("CM14-0012345", "CM14-0099999", "IMR13-000004"),
                cited.cases().stream().map(CitedText.CitedCase::number).toList());
        assertEquals(
                List.of(true, false, false),
                cited.cases().stream().map(c -> c.found().isPresent()).toList());
        assertEquals(Optional.of("All upheld"), cited.cases().getFirst().outcome());
    }

    @Test
    void aGuidelineLinksToTheIssuesThatCiteItEvenIfThereAreNone() {
        var index = new IndexFixture();
        index.put(RandomDeterminations.letters(3, 10), letter -> WrittenLetters.SEEN);
        var there = index.engine().overview().facets().getOrDefault(Facet.GUIDELINE, List.of()).stream()
                .filter(c -> c.path().size() > 1)
                .findFirst()
                .orElseThrow();
        var cited = cited("See " + there.value() + ", ACOEM Antiemetics, and the Federal Sentencing Guidelines.", index)
                .guidelines();
        assertEquals(
                List.of(Optional.of(there.value()), Optional.of("ACOEM Antiemetics"), Optional.empty()),
                cited.stream().map(CitedText.CitedGuideline::guideline).toList());
        assertEquals(
                List.of(there.total().issues(), 0L, 0L),
                cited.stream().map(CitedText.CitedGuideline::issues).toList());
        assertEquals(
                List.of(true, false, false),
                cited.stream().map(g -> g.href().isPresent()).toList());
    }

    private static CitedText cited(String text, IndexFixture index) {
        return CitedText.of(text, new SearchService(index.engine(), Vocabularies.bundled()));
    }

    @Test
    void thePageKeepsNothingAndStaysText(@TempDir Path folder) {
        try (var shelf = new IndexFixture();
                var site = new SiteFixture(shelf.engine(), folder.resolve("precedent.db"))) {
            var text = "<script>alert(1)</script> CM14-0012345";
            var page = site.post("/cite", Map.of("text", text)).body();
            assertTrue(page.contains("Unknown: CM14-0012345 is not in this index"), page);
            assertFalse(page.contains("<script>alert"), page);
            assertEquals(
                    400, site.post("/cite", Map.of("text", "x".repeat(100_001))).statusCode());
            assertEquals(
                    403,
                    site.post("/cite.json", Map.of("text", text), new String[0]).statusCode());
        }
    }
}
