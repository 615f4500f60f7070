package org.precedent.search.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Decision;
import org.precedent.engine.SentenceDigests;
import org.precedent.search.LetterBuilder;
import org.precedent.search.Search;
import org.precedent.search.Snippet;
import org.precedent.search.StoredLetter;
import org.precedent.search.facet.Facet;
import org.precedent.search.facet.FacetValue;
import org.precedent.search.query.Query;

/** Which passages of an issue are shown, and which words are highlighted in them. */
public abstract class SnippetsContract extends EngineContract {
    protected SnippetsContract(EngineFixture engines) {
        super(engines);
    }

    @BeforeEach
    void empty() {
        clear();
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
    void showsTheDecidingSentenceIfTheQueryHasNoWords() {
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
                engine().search(Search.of(query)).letters().getFirst().issues().getFirst();
        assertEquals(List.of("X-rays", "neck"), marked(issue.request()));
        assertEquals(List.of("Plain film radiographs"), marked(issue.snippets().getFirst()));
        assertEquals(
                List.of(1, 1, 1),
                engine().findLetter("a", query).orElseThrow().marks().stream()
                        .map(StoredLetter.Mark::issue)
                        .toList());
    }

    @Test
    void prefersSentencesOfItsOwnToThoseOfManyLetters() {
        for (int i = 0; i < SentenceDigests.BOILERPLATE_MINIMUM; i++) {
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

    @Test
    void showsTheSummaryWhereOnlyItMatches() {
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
}
