package org.precedent.search.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Determination;
import org.precedent.determination.Issue;
import org.precedent.determination.Located;
import org.precedent.determination.Span;
import org.precedent.search.BruteForceEngine;
import org.precedent.search.EngineComparison;
import org.precedent.search.LetterBatch;
import org.precedent.search.LetterHit;
import org.precedent.search.MarkOracle;
import org.precedent.search.RandomDeterminations;
import org.precedent.search.Search;
import org.precedent.search.Snippet;
import org.precedent.search.facet.FacetPaths;
import org.precedent.search.query.Query;
import org.precedent.search.query.RandomQueries;
import org.precedent.search.query.TextField;
import org.precedent.vocabulary.Vocabularies;

/** Exactly the words that satisfy the query are highlighted. */
public abstract class MarksContract extends EngineContract {
    protected MarksContract(EngineFixture engines) {
        super(engines);
    }

    private static final long SEED = 7_000;
    private static final int QUERIES = 300;
    private static final FacetPaths PATHS = new FacetPaths(Vocabularies.bundled());

    private final List<Determination> letters = RandomDeterminations.letters(SEED, 60);
    private final BruteForceEngine truth = new BruteForceEngine(List.of(new LetterBatch(NOON, letters)), PATHS);

    @BeforeAll
    void write() {
        put(letters.toArray(Determination[]::new));
    }

    @Test
    void snippetsMarkWhatSatisfies() {
        int marks = 0;
        for (int i = 0; i < QUERIES; i++) {
            var search = EngineComparison.search(new Random(SEED + i), i % 3 == 0);
            var what = "seed " + (SEED + i) + ": " + search.query();
            for (var letter : engine().search(search).letters()) {
                marks += checkResult(letter, search, what);
            }
        }
        assertTrue(marks > QUERIES, marks + " marks");
    }

    @Test
    void lettersMarkWhatSatisfies() {
        int marks = 0;
        for (int i = 0; i < QUERIES; i++) {
            var query = RandomQueries.any(new Random(SEED + i));
            var found = engine().search(Search.of(query)).letters();
            if (!found.isEmpty()) {
                marks += checkLetter(
                        found.get(i % found.size()).id(), query, i % 4 == 0, "seed " + (SEED + i) + ": " + query);
            }
        }
        assertTrue(marks > QUERIES, marks + " marks");
    }

    private int checkResult(LetterHit hit, Search search, String what) {
        var letter = engine().findLetter(hit.id(), new Query.Everything())
                .orElseThrow()
                .determination();
        int marks = 0;
        for (var shown : hit.issues()) {
            var issue = letter.issues().get(shown.number() - 1);
            boolean summary = search.options().summary();
            marks += check(
                    oracle(letter, issue, TextField.REQUEST, summary), search.query(), List.of(shown.request()), what);
            if (issue.rationale().isPresent()) {
                assertTrue(!shown.snippets().isEmpty() && shown.snippets().size() <= 3, what);
                marks += check(
                        oracle(letter, issue, TextField.RATIONALE, summary), search.query(), shown.snippets(), what);
            }
        }
        return marks;
    }

    private static int check(MarkOracle oracle, Query query, List<Snippet> passages, String what) {
        var all = oracle.marked(query);
        int marks = 0;
        for (var passage : passages) {
            assertTrue(
                    places(passage, oracle.text()).stream().anyMatch(at -> isMarkedAt(at, passage, oracle, all)),
                    () -> what + ": " + oracle.field() + ": " + passage + " of " + oracle.text());
            marks += isMarked(passage) ? 1 : 0;
        }
        boolean shows = passages.stream().anyMatch(MarksContract::isMarked);
        assertEquals(!all.isEmpty(), shows, what + ": " + oracle.field() + ": " + oracle.text());
        return marks;
    }

    private static boolean isMarkedAt(int start, Snippet passage, MarkOracle oracle, BitSet all) {
        int end = start + passage.text().length();
        var expected = (BitSet) all.clone();
        expected.clear(0, start);
        expected.clear(end, Math.max(expected.length(), end));
        return expected.equals(oracle.characters(spans(passage, start).stream()));
    }

    /** The offsets of the passage in the text, where it may occur more than once. */
    private static List<Integer> places(Snippet passage, String text) {
        var places = new ArrayList<Integer>();
        for (int at = text.indexOf(passage.text()); at >= 0; at = text.indexOf(passage.text(), at + 1)) {
            places.add(at);
        }
        return places;
    }

    private static boolean isMarked(Snippet passage) {
        return passage.pieces().stream().anyMatch(Snippet.Piece::hit);
    }

    private static List<Span> spans(Snippet passage, int start) {
        var spans = new ArrayList<Span>();
        int at = start;
        for (var piece : passage.pieces()) {
            if (piece.hit()) {
                spans.add(new Span(at, at + piece.text().length()));
            }
            at += piece.text().length();
        }
        return spans;
    }

    private int checkLetter(String id, Query query, boolean summary, String what) {
        var stored = engine().findLetter(id, query, summary).orElseThrow();
        var letter = stored.determination();
        for (var issue : letter.issues()) {
            for (var field : List.of(TextField.REQUEST, TextField.RATIONALE)) {
                var oracle = oracle(letter, issue, field, summary);
                var marked = oracle.characters(stored.marks().stream()
                        .filter(m -> m.issue() == issue.number() && m.field() == field)
                        .map(m -> m.span()));
                assertEquals(oracle.marked(query), marked, what + ": " + field + ": " + oracle.text());
            }
        }
        var text = letter.narrative().clinicalSummary().map(Located::value).orElse("");
        var oracle = new MarkOracle(
                PATHS,
                TextField.SUMMARY,
                text,
                summary,
                part -> letter.issues().stream().anyMatch(i -> truth.holds(part, id, i.number(), summary)));
        var marked = oracle.characters(stored.marks().stream()
                .filter(m -> m.field() == TextField.SUMMARY)
                .map(m -> m.span()));
        assertEquals(oracle.marked(query), marked, what + ": summary: " + text);
        return stored.marks().size();
    }

    private MarkOracle oracle(Determination letter, Issue issue, TextField field, boolean summary) {
        var text = field == TextField.REQUEST
                ? issue.request().value()
                : issue.rationale().map(Located::value).orElse("");
        return new MarkOracle(
                PATHS, field, text, true, part -> truth.holds(part, letter.id(), issue.number(), summary));
    }
}
