package org.precedent.lucene.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Decision;
import org.precedent.lucene.LetterBuilder;
import org.precedent.lucene.LuceneEngine;
import org.precedent.search.Match;
import org.precedent.search.SearchPage;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/** Which issues a search for plain words shows where few have all of them. */
class WideningTest {
    private static final int ALL = 60;

    @TempDir
    private Path folder;

    private LuceneEngine engine;

    /** Every issue is "stiff", one in four has "lantern", one in five "ribbon", two "gout"; a third is about the knee. */
    @BeforeEach
    void write() {
        engine = LuceneEngine.open(folder, Vocabularies.bundled());
        try (var writer = engine.writer()) {
            for (int i = 0; i < ALL; i++) {
                var reasons = "Stiff." + (i % 4 == 0 ? " A lantern." : "") + (i % 5 == 0 ? " A ribbon." : "")
                        + (i == 1 || i == 7 ? " Known gout." : "");
                writer.put(LetterBuilder.letter("letter" + i)
                        .issue("Visit", Decision.UPHELD, "X-ray", i % 3 == 0 ? "Knee" : "Wrist", reasons)
                        .make());
            }
            writer.commit();
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void halfOfTheTellingWordsMustBeThere() {
        var page = search("stiff lantern ribbon gout");
        assertEquals(Match.MOST, page.words().shown());
        assertEquals(List.of("lantern", "ribbon", "gout"), page.words().telling());
        assertEquals(List.of("stiff"), page.words().common());
        // only three have two of them, so one must do: 15 + 12 - 3 + 2
        assertEquals(1, page.words().required());
        assertEquals(26, page.total().issues());
    }

    @Test
    void commonWordsAddNothingToTheSet() {
        assertEquals(
                search("lantern gout").total(), search("stiff lantern gout").total());
    }

    @Test
    void widensNeitherOneWordNorWhatIsPlentiful() {
        assertEquals(2, search("gout").total().issues());
        assertEquals(Match.ALL, search("stiff lantern").words().shown());
        assertEquals(15, search("stiff lantern").total().issues());
    }

    @Test
    void isNotWidenedToNearlyEveryIssue() {
        var page = search("stiff nowhereword");
        assertEquals(Match.ALL, page.words().shown());
        assertEquals(0, page.total().issues());
        assertEquals(List.of("nowhereword"), page.words().unknown());
    }

    @Test
    void besideAnUnderstoodRegionTheWordsMayOnlyRank() {
        var page = search("knee gout lantern");
        assertEquals(0, page.words().required());
        assertEquals(ALL / 3, page.total().issues());
        var first = page.letters().getFirst().issues().getFirst();
        assertTrue(first.snippets().stream().anyMatch(s -> s.text().contains("lantern")), first.toString());
    }

    @Test
    void besideAnUnderstoodDecisionAWordMustBeThere() {
        assertEquals(1, search("upheld gout lantern").words().required());
    }

    @Test
    void namesAWordThatNoIssueHasAndAsksForTheOthers() {
        var page = search("lanterng ribbon gout");
        assertEquals(List.of("lanterng"), page.words().unknown());
        assertEquals(List.of("ribbon", "gout"), page.words().telling());
        assertEquals(14, page.total().issues());
        assertEquals(0, search("lanterng ribon").total().issues());
    }

    @Test
    void matchAllInsists() {
        var request = SearchRequest.of("lantern ribbon gout");
        var strict = request.with(request.options().with(Optional.of(Match.ALL)));
        assertEquals(0, search(strict).total().issues());
    }

    private SearchPage search(String text) {
        return search(SearchRequest.of(text));
    }

    private SearchPage search(SearchRequest request) {
        return switch (new SearchService(engine, Vocabularies.bundled()).search(request)) {
            case SearchOutcome.Found found -> found.page();
            case SearchOutcome.Wrong wrong -> throw new AssertionError(wrong.toString());
        };
    }
}
