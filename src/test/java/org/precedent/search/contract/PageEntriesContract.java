package org.precedent.search.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.search.Grouping;
import org.precedent.search.LetterBuilder;
import org.precedent.search.LetterHit;
import org.precedent.search.PageRequest;
import org.precedent.search.SearchPage;
import org.precedent.search.facet.Total;
import org.precedent.search.interpret.Interpretation;
import org.precedent.search.interpret.Interpreter;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/** The entries of a result page: folded issues, results by issue, and related issues. */
public abstract class PageEntriesContract extends EngineContract {
    protected PageEntriesContract(EngineFixture engines) {
        super(engines);
    }

    private static final Interpreter INTERPRETER = new Interpreter(Vocabularies.bundled());

    @BeforeEach
    void write() {
        clear();
        var letters = new ArrayList<Determination>();
        letters.add(LetterBuilder.letter("many")
                .issue(
                        "Rest",
                        Decision.UPHELD,
                        "CT",
                        "Wrist",
                        "Rest was long and quiet, and a lantern was once worn for it.")
                .issue("Lantern for the arm", Decision.UPHELD, "MRI", "Knee", "The lantern holds. A lantern is worn.")
                .issue("Chair", Decision.UPHELD, "CT", "Hand", "The chair is high.")
                .make());
        letters.add(LetterBuilder.letter("one")
                .issue("Lantern", Decision.OVERTURNED, "MRI", "Wrist", "Swelling after a crushed finger.")
                .make());
        letters.add(LetterBuilder.letter("other")
                .issue("Ribbon", Decision.OVERTURNED, "X-ray", "Knee", "Swelling was small.")
                .make());
        put(letters.toArray(Determination[]::new));
    }

    @Test
    void whatTheBestIssuesHaveInCommonLiftsOthers() {
        clear();
        var letters = new ArrayList<Determination>();
        for (int i = 0; i < 6; i++) {
            letters.add(only("best" + i, "Elbow", "A lantern and a ribbon with gout."));
        }
        letters.add(only("another", "Foot", "A lantern."));
        letters.add(only("similar", "Elbow", "A lantern."));
        for (int i = 0; i < 20; i++) {
            letters.add(only("rest" + i, "Wrist", "Stiff."));
        }
        put(letters.toArray(Determination[]::new));
        var ids = ids(search("lantern ribbon gout orchard"));
        assertEquals(List.of("similar", "another"), ids.subList(6, 8), ids.toString());
    }

    private static Determination only(String id, String region, String reasons) {
        return LetterBuilder.letter(id)
                .issue("Visit", Decision.UPHELD, "X-ray", region, reasons)
                .make();
    }

    @Test
    void foldsIssuesScoredFarBelowTheBestOfTheirDetermination() {
        var page = look(SearchRequest.of("lantern"));
        assertEquals(new Total(3, 2), page.total());
        var many = page.letters().stream()
                .filter(h -> h.id().equals("many"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of(2), numbers(many));
        assertEquals(1, many.hiddenIssues());
    }

    @Test
    void listsIssueByIssueInTheirOwnOrder() {
        var request = SearchRequest.of("lantern");
        var byIssue = request.with(request.paging().with(Grouping.ISSUE));
        var page = look(byIssue);
        assertEquals(new Total(3, 2), page.total());
        assertEquals(3, page.letters().size());
        assertEquals("many#1", places(page.letters()).getLast());
        var exported = new ArrayList<LetterHit>();
        engine().export(read(byIssue), exported::add);
        assertEquals(places(page.letters()), places(exported));
        var second = look(byIssue.with(byIssue.paging().withSize(1).withNumber(2)));
        assertEquals(places(page.letters()).subList(1, 2), places(second.letters()));
    }

    @Test
    void addsRelatedIssuesToAShortResultWithoutCountingThem() {
        var page = look(SearchRequest.of("lantern AND swelling"));
        assertEquals(List.of("one#1"), places(page.letters()));
        assertTrue(
                places(page.related()).contains("many#2"),
                places(page.related()).toString());
        assertTrue(
                places(page.related()).contains("other#1"),
                places(page.related()).toString());
        assertEquals(new Total(1, 1), page.total());
        assertEquals(
                1,
                page.facets().values().stream()
                        .flatMap(List::stream)
                        .mapToLong(c -> c.total().issues())
                        .max()
                        .orElseThrow());
        var exported = new ArrayList<LetterHit>();
        engine().export(read(SearchRequest.of("lantern AND swelling")), exported::add);
        assertEquals(List.of("one#1"), places(exported));
    }

    @Test
    void findsRelatedIssuesByNeighborsThatNeverEnterTheResult() {
        put(LetterBuilder.letter("near")
                .issue("Item", Decision.UPHELD, "CT", "Foot", "Radiculopathy was seen.")
                .make());
        var page = look(SearchRequest.of("pinched nerve"));
        assertEquals(Total.ZERO, page.total());
        assertEquals(List.of("near#1"), places(page.related()));
    }

    @Test
    void relatedIssuesMeetTheFiltersAndNothingExcluded() {
        assertEquals(
                List.of("other#1"),
                places(look(SearchRequest.of("lantern AND swelling AND decision:overturned"))
                        .related()));
        assertEquals(
                List.of("many#2"),
                places(look(SearchRequest.of("lantern AND swelling NOT ribbon")).related())
                        .subList(0, 1));
        assertEquals(List.of(), look(SearchRequest.of("decision:overturned")).related());
        assertEquals(
                List.of(),
                look(SearchRequest.of("lantern AND swelling")
                                .with(PageRequest.first(SearchRequest.DEFAULT_SIZE)
                                        .withNumber(2)))
                        .related());
    }

    private SearchPage look(SearchRequest request) {
        return engine().search(read(request));
    }

    private static org.precedent.search.Search read(SearchRequest request) {
        return switch (INTERPRETER.interpret(request)) {
            case Interpretation.Valid interpretation -> interpretation.search();
            case Interpretation.Invalid wrong -> throw new AssertionError(wrong.toString());
        };
    }

    private static List<Integer> numbers(LetterHit hit) {
        return hit.issues().stream().map(i -> i.number()).toList();
    }

    private static List<String> places(List<LetterHit> hits) {
        return hits.stream()
                .flatMap(h -> h.issues().stream().map(i -> h.id() + "#" + i.number()))
                .toList();
    }
}
