package org.precedent.web.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.correction.CorrectedField;
import org.precedent.correction.Correction;
import org.precedent.correction.FieldValues;
import org.precedent.ingest.CorrectionPass;
import org.precedent.ingest.Reparser;
import org.precedent.parse.Letter;
import org.precedent.parse.LetterParser;
import org.precedent.parse.Parsed;
import org.precedent.saved.Owner;
import org.precedent.vocabulary.Vocabularies;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;

/** Corrections made through the pages, on a real index and database. */
class CorrectionPagesTest {
    /** A bundled fictional sample: MRI of the left thumb, region hand, overturned. */
    private static final String ID = "CM18-9900004";

    private static final String PAGE = "/determinations/" + ID + "/corrections";

    @TempDir
    Path folder;

    private final LetterParser parser = new LetterParser(Vocabularies.bundled());
    private final IndexFixture index = new IndexFixture();
    private SiteFixture site;
    private boolean indexIsFree = true;

    @BeforeEach
    void open() throws IOException {
        try (var in = CorrectionPagesTest.class.getResourceAsStream("/samples/" + ID + ".txt")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var parsed = (Parsed.Read) parser.parse(new Letter(ID + ".txt", "0".repeat(64), text, false));
            index.put(parsed.determination(), WrittenLetters.SEEN);
        }
        site = SiteFixture.correcting(index.engine(), folder.resolve("saved.db"), this::bringIn);
    }

    // applies corrections to the index, as the server does in the background
    private void bringIn() {
        if (indexIsFree) {
            new CorrectionPass(index.engine(), new Reparser(parser::parse))
                    .run(site.saved().corrections().all(), () -> index.engine().writer(() -> SiteFixture.NOW));
        }
    }

    @AfterEach
    void close() {
        site.close();
        index.close();
    }

    private void correctTheRegion() {
        var answer = site.post(
                PAGE, Map.of("issue", "1", "field", "region", "value", "Wrist", "reason", "the thumb's base is meant"));
        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals(PAGE + "#history", answer.headers().firstValue("Location").orElse(""));
    }

    private long issues(String search) {
        var total = (Map<?, ?>) Objects.requireNonNull(site.json(search).get("total"));
        return ((Number) Objects.requireNonNull(total.get("issues"))).longValue();
    }

    @Test
    void aCorrectedValueShowsInThePageTheFiltersAndTheExports() {
        assertEquals(1, issues("/search.json?region=Hand"));
        correctTheRegion();
        assertEquals(0, issues("/search.json?region=Hand"));
        assertEquals(1, issues("/search.json?region=Wrist"));
        var page = Jsoup.parse(site.get("/determinations/" + ID).body());
        assertEquals(
                List.of("Body region corrected by hand from “Hand” to “Wrist”: the thumb's base is meant."),
                page.select("#issue-1 .corrected li").eachText());
        assertTrue(site.get("/search.csv?region=Wrist").body().contains("Wrist"));
        var findings =
                String.valueOf(site.json("/determinations/" + ID + ".json").get("findings"));
        assertTrue(findings.contains("corrected"), findings);
        var history = Jsoup.parse(site.get(PAGE).body()).select("#history li");
        assertEquals(1, history.size());
        assertTrue(history.text().contains("In force"), history.text());
    }

    @Test
    void aWithdrawnCorrectionGivesBackWhatWasRead() {
        correctTheRegion();
        var form = Jsoup.parse(site.get(PAGE).body()).select("#history form").attr("action");
        assertEquals(303, site.post(form, Map.of()).statusCode());
        assertEquals(1, issues("/search.json?region=Hand"));
        assertEquals(
                0,
                Jsoup.parse(site.get("/determinations/" + ID).body())
                        .select(".corrected")
                        .size());
        var history = Jsoup.parse(site.get(PAGE).body()).select("#history li").text();
        assertTrue(history.contains("Withdrawn Nov 20, 2026") && history.contains("the thumb's base"), history);
        assertEquals(404, site.post("/corrections/x/withdraw", Map.of()).statusCode());
    }

    @Test
    void aSecondCorrectionShowsTheOriginalReading() {
        correctTheRegion();
        site.post(PAGE, Map.of("issue", "1", "field", "region", "value", "Forearm", "reason", "no, above it"));
        assertEquals(
                List.of("Body region corrected by hand from “Hand” to “Forearm”: no, above it."),
                Jsoup.parse(site.get("/determinations/" + ID).body())
                        .select(".corrected li")
                        .eachText());
        assertEquals(1, issues("/search.json?region=Forearm"));
    }

    @Test
    void correctionIsKeptAndReportedWhileTheIndexIsBusy() {
        indexIsFree = false;
        correctTheRegion();
        assertEquals(1, issues("/search.json?region=Hand"));
        assertTrue(
                Jsoup.parse(site.get(PAGE).body()).select("#history li").text().contains("as soon as the index"));
        indexIsFree = true;
        bringIn();
        assertEquals(1, issues("/search.json?region=Wrist"));
    }

    @Test
    void theFormOffersTheVocabularyAndKeepsWhatWasEntered() {
        var form = Jsoup.parse(site.get(PAGE + "?issue=1&field=region").body());
        assertEquals(
                FieldValues.bundled().vocabularies().region().terms().size(),
                form.select("#choices option").size());
        assertEquals("Hand", form.select("input[type=checkbox][checked]").attr("value"));
        var wrong =
                site.post(PAGE, Map.of("issue", "1", "field", "region", "value", "Atlantis", "reason", "it is there"));
        assertEquals(400, wrong.statusCode());
        var again = Jsoup.parse(wrong.body());
        assertTrue(
                again.select("[role=alert]").text().contains("“Atlantis”"),
                again.select("[role=alert]").text());
        assertEquals("it is there", again.select("textarea[name=reason]").text());
        assertEquals("Atlantis", again.select("input[name=value][list]").attr("value"));
        for (var form2 : List.of(
                Map.of("issue", "1", "field", "region", "value", "Knee", "reason", " "),
                Map.of("issue", "1", "field", "region", "value", "Hand", "reason", "r"),
                Map.of("issue", "9", "field", "region", "value", "Knee", "reason", "r"),
                Map.of("issue", "0", "field", "region", "value", "Knee", "reason", "r"),
                Map.of("issue", "1", "field", "colour", "value", "Knee", "reason", "r"))) {
            assertEquals(400, site.post(PAGE, form2).statusCode(), form2.toString());
        }
        assertEquals(0, site.saved().corrections().all().size());
        assertEquals(404, site.post("/determinations/CM1/corrections", Map.of()).statusCode());
    }

    @Test
    void theListNamesEveryCorrection() {
        assertTrue(site.get("/corrections").body().contains("No corrections have been made."));
        correctTheRegion();
        site.post(PAGE, Map.of("issue", "0", "field", "decided", "value", "2018-12-12", "reason", "stamp"));
        var page = Jsoup.parse(site.get("/corrections").body());
        assertEquals(2, page.select("li.correction").size());
        var json =
                (List<?>) Objects.requireNonNull(site.json("/corrections.json").get("corrections"));
        assertEquals(2, json.size());
        assertTrue(json.toString().contains("field=decided"), json.toString());
        var file = site.get("/corrections.tsv").body();
        assertTrue(file.contains(ID + "\t1\tregion\tWrist\tHand\tthe thumb's base is meant\t"), file);
    }

    @Test
    void theListHasFiftyCorrectionsAPage() {
        for (int i = 0; i < 51; i++) {
            site.saved()
                    .corrections()
                    .add(
                            Owner.ofToken("me"),
                            new Correction.Place("CM18-9" + i, 1, CorrectedField.REGION),
                            List.of("Wrist"),
                            List.of("Hand"),
                            "reason " + i);
        }
        var first = Jsoup.parse(site.get("/corrections").body());
        assertEquals(50, first.select("li.correction").size());
        assertEquals("Page 1 of 2 Next →", first.select("nav.paging").text());
        var second =
                Jsoup.parse(site.get(first.select("a[rel=next]").attr("href")).body());
        assertEquals(1, second.select("li.correction").size());
        assertEquals("/corrections", second.select("a[rel=prev]").attr("href"));
        for (var wrong : List.of("0", "3", "x", "")) {
            assertEquals(400, site.get("/corrections?page=" + wrong).statusCode(), wrong);
        }
    }

    @Test
    void correctionsAreMadeFromThisSiteOnly() {
        var answer = site.post(
                PAGE,
                Map.of("issue", "1", "field", "region", "value", "Wrist", "reason", "r"),
                "Origin",
                "https://elsewhere.example");
        assertEquals(403, answer.statusCode());
        assertFalse(site.get(PAGE).body().contains("history-title"));
    }
}
