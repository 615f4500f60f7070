package org.precedent.search.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.search.LetterBuilder;
import org.precedent.search.Match;
import org.precedent.search.request.SearchRequest;

/** Which issues a plain-text search shows if few contain all of its words. */
public abstract class WideningContract extends EngineContract {
    protected WideningContract(EngineFixture engines) {
        super(engines);
    }

    private static final int ALL = 60;

    /** Every issue contains "stiff", one in four "lantern", one in five "ribbon", two "gout", two "opioid"; a third are about the knee. */
    @BeforeAll
    void write() {
        var letters = new ArrayList<Determination>();
        for (int i = 0; i < ALL; i++) {
            var reasons = "Stiff." + (i % 4 == 0 ? " A lantern." : "") + (i % 5 == 0 ? " A ribbon." : "")
                    + (i == 1 || i == 7 ? " Known gout." : "")
                    + (i == 2 || i == 12 ? " An opioid." : "");
            letters.add(LetterBuilder.letter("letter" + i)
                    .issue("Visit", Decision.UPHELD, "X-ray", i % 3 == 0 ? "Knee" : "Wrist", reasons)
                    .make());
        }
        put(letters.toArray(Determination[]::new));
    }

    @Test
    void halfOfTheDistinctiveWordsAreRequired() {
        var page = search("stiff lantern ribbon gout");
        assertEquals(Match.MOST, page.words().shown());
        assertEquals(List.of("lantern", "ribbon", "gout"), page.words().distinctive());
        assertEquals(List.of("stiff"), page.words().common());
        // only three issues contain two of the words, so one word is required: 15 + 12 - 3 + 2
        assertEquals(1, page.words().required());
        assertEquals(26, page.total().issues());
    }

    @Test
    void commonWordsAddNothingToTheSet() {
        assertEquals(
                search("lantern gout").total(), search("stiff lantern gout").total());
    }

    @Test
    void widensNeitherASingleWordNorALargeResult() {
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
    void nextToARecognizedRegionWordsMayOnlyAffectRanking() {
        var page = search("knee gout lantern");
        assertEquals(0, page.words().required());
        assertEquals(ALL / 3, page.total().issues());
        var first = page.letters().getFirst().issues().getFirst();
        assertTrue(first.snippets().stream().anyMatch(s -> s.text().contains("lantern")), first.toString());
    }

    @Test
    void nextToARecognizedDecisionAWordIsRequired() {
        assertEquals(1, search("upheld gout lantern").words().required());
    }

    @Test
    void namesAWordThatNoIssueHasAndAsksForTheOthers() {
        var page = search("lanterng ribbon gout");
        assertEquals(List.of("lanterng"), page.words().unknown());
        assertEquals(List.of("ribbon", "gout"), page.words().distinctive());
        assertEquals(14, page.total().issues());
        assertEquals(0, search("lanterng ribon").total().issues());
    }

    @Test
    void aNeighborInMeaningCountsInAWidenedSetOnly() {
        var page = search("painkiller lantern ribbon gout");
        assertEquals(
                List.of("painkiller", "lantern", "ribbon", "gout"), page.words().distinctive());
        assertEquals(List.of("painkiller"), page.words().near());
        assertEquals(List.of(), page.words().unknown());
        // one issue more than without "painkiller": of the two with "opioid", the other already counts for "lantern"
        assertEquals(1, page.words().required());
        assertEquals(27, page.total().issues());
        var request = SearchRequest.of("painkiller lantern");
        var strict = search(request.with(request.options().with(Optional.of(Match.ALL))));
        assertEquals(0, strict.total().issues());
        assertEquals(List.of("painkiller"), strict.words().unknown());
    }

    @Test
    void matchAllInsists() {
        var request = SearchRequest.of("lantern ribbon gout");
        var strict = request.with(request.options().with(Optional.of(Match.ALL)));
        assertEquals(0, search(strict).total().issues());
    }
}
