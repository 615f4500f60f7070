package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.determination.Decision;
import org.precedent.determination.Determination;
import org.precedent.engine.SentenceDigests;
import org.precedent.lucene.store.IndexLock.IndexInUse;
import org.precedent.search.LetterWriter.Put;
import org.precedent.search.Search;
import org.precedent.search.SearchPage;
import org.precedent.search.Snippet;
import org.precedent.search.Sort;
import org.precedent.search.StoredLetter;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.facet.Selection;
import org.precedent.search.facet.Total;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.query.Query;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

class LuceneEngineTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path folder;

    private LuceneEngine engine;
    private Instant now = NOON;

    @BeforeEach
    void open() {
        engine = LuceneEngine.open(folder, Vocabularies.bundled());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void tellsWhatItKeepsInMemory() {
        put(LetterBuilder.letter("a").issue("MRI", "words").make());
        assertTrue(engine.memory().getOrDefault("facets", 0L) > 0, engine.memory()::toString);
        assertTrue(engine.memory().containsKey("queries"));
    }

    @Test
    void servesAMissingIndexAsEmpty() {
        var page = search("anything");
        assertEquals(Total.ZERO, page.total());
        assertEquals(Total.ZERO, engine.overview().total());
        assertEquals(Optional.empty(), engine.letter("x", new Query.Everything()));
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

    private static SearchRequest alsoInSummaries(String text) {
        var request = SearchRequest.of(text);
        return request.with(request.options().withSummary(true));
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
    void tellsStemmedWordsFromQuotedOnes() {
        put(
                LetterBuilder.letter("a")
                        .issue("Study", "There are red flags here.")
                        .make(),
                LetterBuilder.letter("b")
                        .issue("Study", "One red flag was seen.")
                        .make());
        assertEquals(2, search("flag").total().issues());
        assertEquals(List.of("a"), ids(search("\"red flags\"")));
        assertEquals(List.of("b"), ids(search("\"red flag\"")));
        assertEquals(2, search("fla* AND red").total().issues());
    }

    @Test
    void readsCompoundsAndLevelsInAnySpelling() {
        put(
                LetterBuilder.letter("a")
                        .issue("Study", "Zebra X-rays at C5-6 were read.")
                        .make(),
                LetterBuilder.letter("b")
                        .issue("Study", "Zebra x ray of C5-C6, 10/325mg on p. 303.")
                        .make());
        assertEquals(2, search("\"xray\" OR zebra").total().issues());
        assertEquals(2, search("zebra w/1 xray").total().issues());
        assertEquals(2, search("rationale:C5-C6").total().issues());
        assertEquals(List.of("b"), ids(search("10/325mg")));
        assertEquals(0, search("\"p. 30\"").total().issues());
        assertEquals(1, search("\"p. 303\"").total().issues());
    }

    @Test
    void knowsHowCloseWordsStand() {
        put(
                LetterBuilder.letter("a")
                        .issue("Study", "Alpha beta gamma delta. Epsilon zeta.")
                        .make(),
                LetterBuilder.letter("b")
                        .issue("Study", "Delta in 2012.Thus alpha by Dr. Beta.")
                        .make());
        assertEquals(List.of("a"), ids(search("alpha w/3 delta")));
        assertEquals(0, search("alpha w/2 delta").total().issues());
        assertEquals(List.of("a"), ids(search("alpha pre/3 delta")));
        assertEquals(0, search("delta pre/9 alpha AND gamma").total().issues());
        assertEquals(List.of("a"), ids(search("alpha /s delta")));
        assertEquals(2, search("alpha /s beta").total().issues());
        assertEquals(2, search("alpha /p delta").total().issues());
        assertEquals(List.of("b"), ids(search("alpha NOT w/1 beta")));
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
    void marksExactlyWhatSatisfied() {
        put(LetterBuilder.letter("a")
                .issue("Study of flags", "Red tape. There are red flags in this flag case. Flags of green.")
                .make());
        var hit = search("\"red flags\"").letters().getFirst().issues().getFirst();
        assertEquals(1, hit.snippets().size());
        assertEquals(
                List.of(
                        new Snippet.Piece("There are ", false),
                        new Snippet.Piece("red flags", true),
                        new Snippet.Piece(" in this flag case.", false)),
                hit.snippets().getFirst().pieces());
    }

    @Test
    void showsTheDecidingSentenceWhereNoWordsAreAskedFor() {
        put(LetterBuilder.letter("a")
                .issue("Study", "Guides allow it. In this case no flags are stated. Thus it is refused. End of text.")
                .make());
        assertEquals("In this case no flags are stated.", first(""));
        put(LetterBuilder.letter("a")
                .issue("Study", "Guides allow it. No flags are stated. Therefore it is refused.")
                .make());
        assertEquals(
                List.of("No flags are stated.", "Therefore it is refused."),
                search("").letters().getFirst().issues().getFirst().snippets().stream()
                        .map(Snippet::text)
                        .toList());
    }

    @Test
    void marksTheNamesOfWhatIsUnderstood() {
        put(LetterBuilder.letter("a")
                .issue(
                        "X-rays of the neck",
                        Decision.UPHELD,
                        "X-ray",
                        "Cervical spine",
                        "Plain film radiographs are old.")
                .issue("MRI", Decision.UPHELD, "MRI", "Knee", "No radiographs were taken.")
                .make());
        var query = new Query.And(List.of(
                new Query.Has(new FacetValue(Facet.MODALITY, "X-ray")),
                new Query.Has(new FacetValue(Facet.REGION, "Spine"))));
        var issue =
                engine.search(Search.of(query)).letters().getFirst().issues().getFirst();
        assertEquals(List.of("X-rays", "neck"), marked(issue.request()));
        assertEquals(List.of("Plain film radiographs"), marked(issue.snippets().getFirst()));
        assertEquals(
                List.of(1, 1, 1),
                engine.letter("a", query).orElseThrow().marks().stream()
                        .map(StoredLetter.Mark::issue)
                        .toList());
    }

    @Test
    void prefersSentencesOfItsOwnToThoseOfManyLetters() {
        for (int i = 0; i < SentenceDigests.MANY; i++) {
            put(LetterBuilder.letter("l" + i)
                    .issue(
                            "Brace",
                            "A brace is an option for six weeks of care. A brace is an option for wrists, says a book. "
                                    + "A brace is an option for thumbs, says a book. Brace number n" + i
                                    + " helped this man. The brace n" + i + " is due.")
                    .make());
        }
        var shown = search("brace AND option").letters().getFirst().issues().getFirst();
        var texts = shown.snippets().stream().map(Snippet::text).toList();
        assertTrue(texts.stream().filter(t -> t.contains("an option")).count() == 1, texts.toString());
        assertTrue(texts.toString().contains("helped this man"), texts.toString());
        assertTrue(first("").startsWith("Brace number"), first(""));
    }

    private String first(String query) {
        return search(query)
                .letters()
                .getFirst()
                .issues()
                .getFirst()
                .snippets()
                .getFirst()
                .text();
    }

    private static List<String> marked(Snippet snippet) {
        return snippet.pieces().stream()
                .filter(Snippet.Piece::hit)
                .map(Snippet.Piece::text)
                .toList();
    }

    @Test
    void showsTheSummaryWhereOnlyItTellsWhy() {
        put(LetterBuilder.letter("a")
                .summary("A fall. The patient fell from a ladder.")
                .issue("Wrist brace", Decision.UPHELD, "X-ray", "Wrist", "A brace helps after a fracture.")
                .make());
        assertEquals(
                "The patient fell from a ladder.",
                search("summary:ladder AND region:wrist")
                        .letters()
                        .getFirst()
                        .summary()
                        .orElseThrow()
                        .text());
        assertEquals(
                List.of(
                        new Snippet.Piece("The patient fell from a ", false),
                        new Snippet.Piece("ladder", true),
                        new Snippet.Piece(".", false)),
                search("summary:ladder")
                        .letters()
                        .getFirst()
                        .summary()
                        .orElseThrow()
                        .pieces());
        for (var other : List.of(
                "summary:ladder AND brace", "fracture", "", "decision:upheld", "region:wrist", "rationale:brace")) {
            assertEquals(Optional.empty(), search(other).letters().getFirst().summary(), other);
        }
    }

    @Test
    void replacesALetterAsOneAndKeepsWhenItWasFirstSeen() {
        put(LetterBuilder.letter("a")
                .sha("1")
                .issue("one", "first words")
                .issue("two", "more")
                .make());
        var before = engine.generation();
        now = NOON.plusSeconds(60);
        try (var writer = engine.writer(clock())) {
            assertTrue(writer.holds("1"));
            assertEquals(
                    Put.UNCHANGED,
                    writer.put(LetterBuilder.letter("a")
                            .sha("1")
                            .issue("one", "first words")
                            .issue("two", "more")
                            .make()));
            assertEquals(
                    Put.REPLACED,
                    writer.put(LetterBuilder.letter("a")
                            .sha("2")
                            .issue("one", "second words")
                            .make()));
            assertFalse(writer.holds("1"));
            assertTrue(writer.holds("2"));
            assertEquals(1, search("first").total().issues());
            writer.commit();
        }
        assertNotEquals(before, engine.generation());
        assertEquals(0, search("first").total().issues());
        assertEquals(new Total(1, 1), search("").total());
        var letter = engine.letter("a", new Query.Everything()).orElseThrow();
        assertEquals(NOON, letter.firstSeen());
        assertEquals(now, letter.lastChanged());
        assertEquals("2", letter.determination().origin().sha256());
    }

    @Test
    void dropsWhatWasNotCommitted() {
        try (var writer = engine.writer(clock())) {
            writer.put(LetterBuilder.letter("a").issue("one", "words").make());
        }
        assertEquals(0, search("").total().issues());
    }

    @Test
    void refusesASecondWriter() {
        try (var writer = engine.writer(clock())) {
            writer.commit();
            assertThrows(IndexInUse.class, () -> engine.writer(clock()).close());
        }
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
                List.of("c"), ids(search(SearchRequest.of("words").withSize(3).withPage(2))));
    }

    private void put(Determination... letters) {
        try (var writer = engine.writer(clock())) {
            for (var letter : letters) {
                writer.put(letter);
            }
            writer.commit();
        }
    }

    private InstantSource clock() {
        return () -> now;
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

    private static List<String> ids(SearchPage page) {
        return page.letters().stream().map(l -> l.id()).toList();
    }

    private static Total count(SearchPage page, Facet facet, String value) {
        return page.facets().getOrDefault(facet, List.of()).stream()
                .filter(c -> c.value().equals(value))
                .map(c -> c.total())
                .findFirst()
                .orElse(Total.ZERO);
    }
}
