package org.precedent.web.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.search.DateRange;
import org.precedent.search.Facet;
import org.precedent.search.FacetCount;
import org.precedent.search.Overview;
import org.precedent.search.Total;

class CitedTextTest {
    @Test
    void resolvesCaseNumbersInAnySpellingAndNamesTheUnknown() {
        var shelf = new Shelf();
        shelf.put(Written.letter("CM14-0012345", "r", LocalDate.of(2014, 7, 8)), Written.SEEN);
        var cited = CitedText.of(
                "As in CM14-0012345 (also cm14 0012345), unlike CM 14\u20130099999, IMR 13-000004; not ABC12-3456789.",
                shelf.engine());
        assertEquals(
                List.of("CM14-0012345", "CM14-0099999", "IMR13-000004"),
                cited.cases().stream().map(CitedText.CitedCase::number).toList());
        assertEquals(
                List.of(true, false, false),
                cited.cases().stream().map(c -> c.found().isPresent()).toList());
        assertEquals(Optional.of("All upheld"), cited.cases().getFirst().outcome());
    }

    @Test
    void resolvesGuidelinesByFamilyAndTitle() {
        assertEquals(
                List.of("MTUS Low Back Complaints", "ODG Low Back", "MTUS Knee Complaints"),
                guidelines("The reviewer cites MTUS, ACOEM Chapter 12 Low Back Complaints, page 303. The ODG, Low Back"
                        + " Chapter, agrees. See also Knee\nComplaints of 2004, under the MTUS Knee Complaints."));
    }

    @Test
    void aLongTitleStandsForItself() {
        assertEquals(
                List.of("MTUS Low Back Complaints"), guidelines("Under Low Back Complaints 2004 nothing is needed."));
        assertEquals(List.of(), guidelines("The patient has low back pain and knee pain."));
    }

    @Test
    void aFamilyAloneIsTheFamilyAndAnUnknownTitleIsSaidToBe() {
        assertEquals(List.of("MTUS"), guidelines("The MTUS is silent."));
        var cited = names("The ODG Spleen Chapter says so.");
        assertEquals(1, cited.size());
        assertTrue(cited.getFirst().guideline().isEmpty());
    }

    @Test
    void thePageKeepsNothingAndStaysText(@TempDir Path folder) {
        try (var shelf = new Shelf();
                var site = new Site(shelf.engine(), folder.resolve("precedent.db"))) {
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

    private static List<String> guidelines(String text) {
        return names(text).stream()
                .flatMap(c -> c.guideline().stream())
                .map(FacetCount::value)
                .distinct()
                .toList();
    }

    private static List<GuidelineNames.Cited> names(String text) {
        var facets = new EnumMap<Facet, List<FacetCount>>(Facet.class);
        facets.put(
                Facet.GUIDELINE,
                List.of(
                        count("MTUS", "MTUS"),
                        count("MTUS Low Back Complaints", "MTUS", "MTUS Low Back Complaints"),
                        count("MTUS Knee Complaints", "MTUS", "MTUS Knee Complaints"),
                        count("ODG", "ODG"),
                        count("ODG Low Back", "ODG", "ODG Low Back"),
                        count(Facet.NOT_STATED, Facet.NOT_STATED)));
        var overview = new Overview(Total.ZERO, DateRange.ALWAYS, facets, Optional.empty(), 0, List.of());
        return new GuidelineNames(overview).in(text);
    }

    private static FacetCount count(String value, String... path) {
        return new FacetCount(value, List.of(path), new Total(3, 2));
    }
}
