package org.precedent.web.insights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Citation;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Issue.GuidelineLine;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.json.Json;
import org.precedent.search.LetterBuilder;
import org.precedent.web.IndexFixture;
import org.precedent.web.SiteFixture;
import org.precedent.web.WrittenLetters;

/**
 * A two-dimensional table that is cut because it has too many pairs of values, over HTTP; every determination cites different pages.
 */
class CutTableTest {
    private static final String TABLE = "?by=citation&by=administrator";
    private static final int LETTERS = 500;
    private static final int CITED = 3;
    private static final int SIDE = 512;

    @TempDir
    private static Path folder;

    private static IndexFixture index;
    private static SiteFixture site;

    private record Answer(List<Integer> omitted, List<Cell> cells) {}

    private record Cell(List<String> values, long issues) {}

    @BeforeAll
    static void start() {
        index = new IndexFixture();
        index.put(IntStream.range(0, LETTERS).mapToObj(CutTableTest::letter).toList(), l -> WrittenLetters.SEEN);
        site = new SiteFixture(index.engine(), folder.resolve("precedent.db"));
    }

    @AfterAll
    static void stop() {
        site.close();
        index.close();
    }

    private static Determination letter(int number) {
        var letter = LetterBuilder.letter("letter-" + number)
                .issue("MRI of the knee", "no red flags")
                .make();
        var issue = letter.issues().getFirst();
        var citing = new GuidelineLine(
                Optional.empty(),
                IntStream.range(0, CITED)
                        .mapToObj(i -> page(number * CITED + i))
                        .toList());
        return new Determination(
                letter.id(),
                letter.origin(),
                letter.header(),
                letter.reviewer(),
                letter.narrative(),
                List.of(new Issue(
                        issue.number(),
                        issue.request(),
                        issue.decision(),
                        issue.subject(),
                        citing,
                        citing,
                        issue.rationale())),
                letter.findings());
    }

    private static Citation page(int page) {
        return new Citation(
                "MTUS",
                Optional.of("Low Back Complaints"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Integer.toString(page)),
                new Located<>("page", new Span(0, 0)));
    }

    @Test
    void theDataSayHowManyValuesAreLeftOut() {
        var answer = Json.read(site.get("/insights.json" + TABLE).body(), Answer.class);
        var columns = Json.read(site.get("/insights.json?by=administrator").body(), Answer.class);
        assertEquals(List.of(0), columns.omitted());
        int left = columns.cells().size() - SIDE;
        assertTrue(left > 0, "columns " + columns.cells().size());
        assertEquals(List.of(left, left), answer.omitted());
        assertEquals(LETTERS, answer.cells().getFirst().issues());
    }

    @Test
    void theFileOfATableThatIsCutHasAnotherName() {
        var answer = site.get("/insights.csv" + TABLE);
        assertEquals(200, answer.statusCode());
        assertTrue(
                answer.headers()
                        .firstValue("Content-Disposition")
                        .orElse("")
                        .contains("precedent-outcomes-citation-administrator-most-common.csv"),
                answer.headers()::toString);
    }

    @Test
    void thePageSaysWhatIsLeftOut() {
        var page = Jsoup.parse(site.get("/insights" + TABLE).body());
        var text = page.select("main").text();
        assertTrue(text.contains("the values with the fewest issues are left out, in the files too"), text);
    }
}
