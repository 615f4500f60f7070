package org.precedent.search.interpret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.precedent.determination.Decision;
import org.precedent.search.LetterBatch;
import org.precedent.search.LetterBuilder;
import org.precedent.search.Match;
import org.precedent.search.RandomDeterminations;
import org.precedent.search.SearchEngine;
import org.precedent.search.SearchEngineContract;
import org.precedent.search.facet.Facet;
import org.precedent.search.request.SearchRequest;
import org.precedent.search.request.SearchUrl;
import org.precedent.vocabulary.Vocabularies;

class SearchServiceTest {
    private static final SearchEngine ENGINE = SearchEngineContract.truth(
            List.of(new LetterBatch(SearchEngineContract.FIRST, RandomDeterminations.letters(21, 60))));

    private final SearchService searching = new SearchService(ENGINE, Vocabularies.bundled());

    @Test
    void findsWhatTheWordsAndTheChoicesSay() {
        var found = found(asked("q=cervical+upheld&modality=X-ray"));
        assertTrue(found.page().total().issues() > 0);
        assertEquals(Optional.empty(), found.advice());
        assertEquals("Issues about cervical spine · X-ray · upheld", found.sentence());
    }

    @Test
    void answersAWrongQueryWithItsError() {
        var wrong = assertInstanceOf(SearchOutcome.Invalid.class, searching.search(SearchRequest.of("\"balto")));
        assertEquals(
                "unclosed quote at character 1: close it with \"",
                wrong.interpretation().error().sentence());
        assertEquals("^", wrong.interpretation().error().caret());
    }

    @Test
    void saysWhatToDropWhenNothingIsFound() {
        var found = found(asked("q=shoulder+nowhereword&modality=MRI&decision=Overturned"));
        assertEquals(0, found.page().total().issues());
        var advice = found.advice().orElseThrow();
        assertEquals(
                List.of("nowhereword"),
                advice.drops().stream().map(SearchAdvice.Drop::label).toList());
        var drop = advice.drops().getFirst();
        assertEquals(found(drop.request()).page().total(), drop.total());
    }

    @Test
    void offersOtherSpellingsOfWordsThatNoIssueOfAWidenedResultHas() {
        var found = found(asked("q=cervcal+balto+kermo+MRI"));
        assertEquals(Match.MOST, found.page().words().shown());
        assertTrue(found.page().total().issues() > 0);
        assertTrue(found.page().words().unknown().contains("cervcal"));
        var advice = found.advice().orElseThrow();
        assertEquals(List.of(), advice.drops());
        var spelling = advice.spellings().getFirst();
        assertEquals("cervical", spelling.meant());
        assertEquals("cervical balto kermo MRI", spelling.request().text());
    }

    @Test
    void countsDecisionsAsTheSearchWithoutOneWouldFindThem() {
        for (var query : List.of("modality=MRI&decision=Overturned", "q=MRI+upheld", "modality=MRI&outcome=Mixed")) {
            var found = found(asked(query));
            assertTrue(found.decisions().constrained(), query);
            for (var decision : Decision.values()) {
                long issues = found(asked(
                                "modality=MRI&decision=" + decision.label().replace(' ', '+')))
                        .page()
                        .total()
                        .issues();
                assertEquals(issues, found.decisions().issues().getOrDefault(decision, 0L), query + " " + decision);
            }
        }
        assertFalse(found(asked("modality=MRI")).decisions().constrained());
    }

    @Test
    void offersTheFiltersWithoutTheWordThatNoLetterHas() {
        var drop = found(asked("q=nowhereword&modality=MRI"))
                .advice()
                .orElseThrow()
                .drops()
                .getFirst();
        assertEquals("nowhereword", drop.label());
        assertEquals(asked("modality=MRI"), drop.request());
        assertTrue(found(asked("q=nowhereword")).advice().orElseThrow().drops().isEmpty());
    }

    @Test
    void countsEachDropAsTheSearchWithoutIt() {
        var found =
                found(asked("q=\"balto+kermo+dunki+fimbo+gatu\"&region=Knee&not.decision=Upheld&year=2014&from=2015"));
        assertEquals(0, found.page().total().issues());
        for (var drop : found.advice().orElseThrow().drops()) {
            assertTrue(drop.total().issues() > 0);
            assertEquals(found(drop.request()).page().total(), drop.total(), drop.label());
        }
    }

    @Test
    void offersTheWholeLetterWhereTheIssueHasNothing() {
        var letter = RandomDeterminations.letters(21, 60).stream()
                .filter(l -> l.issues().size() > 20)
                .findFirst()
                .orElseThrow();
        var request = asked("q=modality:none+decision:upheld+request:balto+request:kermo+request:dunki+request:gatu");
        var advice = found(request).advice();
        assertTrue(letter.issues().size() > 20);
        advice.flatMap(SearchAdvice::inLetter)
                .ifPresent(d -> assertEquals(found(d.request()).page().total(), d.total()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fentanyl patch | true",
                "stellate ganglion block | false",
                "fentanyl patch denied | true",
                "transportation to medical appointments | true",
                "fentanyl patch although lantern ribbon | false"
            })
    void takesATreatmentThatNoIssueIsAboutForWordsWhereThoseAreFound(String text, boolean understood) {
        var letter = LetterBuilder.letter("a")
                .issue("Visit", "A patch and a medical lantern; a ribbon. No relief from a stellate ganglion block.")
                .issue("Another visit", "A medical matter.")
                .make();
        var engine = SearchEngineContract.truth(List.of(new LetterBatch(SearchEngineContract.FIRST, List.of(letter))));
        var read = assertInstanceOf(
                Interpretation.Valid.class,
                new SearchService(engine, Vocabularies.bundled()).interpret(SearchRequest.of(text)));
        assertEquals(
                understood,
                read.understood().stream().anyMatch(u -> u.value().facet() == Facet.TREATMENT),
                () -> read.understood().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Every issue",
                "q=balto | Issues about “balto”",
                "q=balto+kermo | Issues about “balto” · “kermo”",
                "q=cervical+OR+lumbar | Issues about cervical spine or lumbar spine",
                "q=upheld+neck&decision=Upheld | Issues about cervical spine · upheld",
                "region=Cervical+spine&region=Lumbar+spine&modality=X-ray&decision=Upheld"
                        + " | Issues about X-ray · (cervical spine or lumbar spine) · upheld",
                "q=%22red+flags%22+w%2F5+absent&not.region=Knee"
                        + " | Issues about exactly “red flags” within 5 words of “absent” · not knee",
                "q=decided%3A2016..2017+-contrast"
                        + " | Issues: decided from 2016-01-01 to 2017-12-31 · not “contrast”",
                "guideline=none&specialty=Neurology&scope=letter"
                        + " | Issues: no guideline cited · reviewer in Neurology, matched across all issues in a determination",
                "q=rationale:radicul*&year=2016&from=2016-02"
                        + " | Issues about “radicul…” in the rationale · decided in 2016 · decided from 2016-02-01",
            })
    void saysWhatIsSearched(String query, String sentence) {
        var read = assertInstanceOf(Interpretation.Valid.class, searching.interpret(asked(query)));
        assertEquals(sentence, SearchSentence.describe(read.search()));
    }

    @Test
    void namesEveryChoiceWithTheSearchWithoutIt() {
        var filters = ActiveFilter.list(asked("q=a&region=Knee&not.modality=none&from=2016&to=2017&page=3"));
        assertEquals(
                List.of(
                        "Body region: Knee",
                        "Imaging modality: not stated",
                        "Decided: from 2016-01-01",
                        "Decided: to 2017-12-31"),
                filters.stream().map(f -> f.name() + ": " + f.words()).toList());
        assertEquals(
                "q=a&not.modality=none&from=2016-01-01&to=2017-12-31",
                SearchUrl.query(filters.getFirst().without()));
        assertTrue(filters.get(1).excluded());
        assertEquals(
                "q=a&region=Knee&not.modality=none&to=2017-12-31",
                SearchUrl.query(filters.get(2).without()));
    }

    private SearchOutcome.Found found(SearchRequest request) {
        return assertInstanceOf(SearchOutcome.Found.class, searching.search(request));
    }

    private static SearchRequest asked(String query) {
        return assertInstanceOf(SearchUrl.Reading.Parsed.class, SearchUrl.parse(query))
                .request();
    }
}
