package org.precedent.search.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Decision;
import org.precedent.search.LetterBuilder;
import org.precedent.search.PageRequest;
import org.precedent.search.SearchPage;
import org.precedent.search.Sort;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.facet.Total;
import org.precedent.search.request.SearchRequest;

/** Which issues a search finds, how they are counted, and how they are ordered. */
public abstract class FindingContract extends EngineContract {
    protected FindingContract(EngineFixture engines) {
        super(engines);
    }

    @BeforeEach
    void empty() {
        clear();
    }

    @Test
    void findsWordsOfOneIssueAcrossItsTexts() {
        put(LetterBuilder.letter("a")
                .summary("The patient fell from a ladder.")
                .issue("Wrist brace", "A brace helps after a fracture.")
                .issue("Opioids", "Not recommended.")
                .make());
        assertEquals(new Total(1, 1), search("brace AND fracture").total());
        assertEquals(Total.ZERO, search("fracture AND opioids").total());
    }

    @Test
    void findsWordsOfTheSummaryOnlyWhereItIsAskedFor() {
        put(LetterBuilder.letter("a")
                .summary("The patient fell from a ladder.")
                .issue("Wrist brace", "A brace helps after a fracture.")
                .issue("Opioids", "Not recommended.")
                .make());
        for (var words : List.of("ladder", "\"from a ladder\"", "ladd*", "fell w/5 ladder", "ladder AND fracture")) {
            assertEquals(Total.ZERO, search(words).total(), words);
        }
        assertEquals(new Total(2, 1), search("summary:ladder").total());
        assertEquals(new Total(2, 1), search(alsoInSummaries("ladder")).total());
        assertEquals(
                new Total(2, 1), search(alsoInSummaries("\"from a ladder\"")).total());
        assertEquals(
                new Total(1, 1), search(alsoInSummaries("ladder AND fracture")).total());
    }

    @Test
    void findsWordsOfTheNamesAnIssueIsFiledUnder() {
        put(LetterBuilder.letter("a")
                .issue("A study of it", Decision.UPHELD, "X-ray", "Cervical spine", "Nothing else helps.")
                .make());
        for (var words : List.of("\"cervical spine\"", "\"spine\"", "cerv*", "cervical pre/1 spine", "NOT knee")) {
            assertEquals(1, search(words).total().issues(), words);
        }
        for (var words : List.of("\"spine cervical\"", "\"ray cervical\"", "cervical /s ray", "NOT \"cervical\"")) {
            assertEquals(0, search(words).total().issues(), words);
        }
    }

    @Test
    void countsFacetsAsTheyWouldBeAfterAClick() {
        put(
                LetterBuilder.letter("a")
                        .decided("2014-05-01")
                        .issue("one", Decision.UPHELD, "X-ray", "Cervical spine", "because")
                        .issue("two", Decision.OVERTURNED, "MRI", "Lumbosacral spine", "because")
                        .make(),
                LetterBuilder.letter("b")
                        .issue("three", Decision.UPHELD, "MRI", "Knee", "because")
                        .make());
        var page = search(SearchRequest.of("because").with(Selection.NONE.with(new FacetValue(Facet.MODALITY, "MRI"))));
        assertEquals(new Total(2, 2), page.total());
        assertEquals(new Total(1, 1), count(page, Facet.MODALITY, "X-ray"));
        assertEquals(new Total(2, 2), count(page, Facet.MODALITY, "MRI"));
        assertEquals(new Total(1, 1), count(page, Facet.REGION, "Spine"));
        assertEquals(Total.ZERO, count(page, Facet.REGION, "Cervical spine"));
        assertEquals(new Total(1, 1), count(page, Facet.YEAR, Facet.NOT_STATED));
        assertEquals(new Total(2, 2), count(page, Facet.GUIDELINE, "MTUS"));
        var spine = search(SearchRequest.of("").with(Selection.NONE.with(new FacetValue(Facet.REGION, "Spine"))));
        assertEquals(new Total(2, 1), spine.total());
    }

    @Test
    void ordersLettersTotally() {
        put(
                LetterBuilder.letter("a")
                        .decided("2014-01-01")
                        .issue("one", "words")
                        .make(),
                LetterBuilder.letter("b")
                        .decided("2016-01-01")
                        .caseNumber("CM16-0000002")
                        .issue("one", "words")
                        .make(),
                LetterBuilder.letter("c")
                        .caseNumber("CM13-0000001")
                        .issue("one", "words")
                        .make(),
                LetterBuilder.letter("d")
                        .decided("2014-01-01")
                        .issue("one", "words")
                        .make());
        assertEquals(
                List.of("b", "a", "d", "c"),
                ids(search(SearchRequest.of("words").with(Sort.NEWEST))));
        assertEquals(
                List.of("a", "d", "b", "c"),
                ids(search(SearchRequest.of("words").with(Sort.OLDEST))));
        assertEquals(List.of("b", "a", "d", "c"), ids(search(SearchRequest.of("words"))));
        assertEquals(
                List.of("c", "b", "a", "d"), ids(search(SearchRequest.of("").with(Sort.CASE))));
        assertEquals(
                List.of("c"),
                ids(search(SearchRequest.of("words").with(PageRequest.first(3).withNumber(2)))));
    }

    private static SearchRequest alsoInSummaries(String text) {
        var request = SearchRequest.of(text);
        return request.with(request.options().withSummary(true));
    }

    private static Total count(SearchPage page, Facet facet, String value) {
        return page.facets().getOrDefault(facet, List.of()).stream()
                .filter(c -> c.value().equals(value))
                .map(c -> c.total())
                .findFirst()
                .orElse(Total.ZERO);
    }
}
