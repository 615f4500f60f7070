package org.precedent.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.precedent.search.SearchEngine.TooCostly;
import org.precedent.search.interpret.SearchOutcome;
import org.precedent.search.interpret.SearchService;
import org.precedent.search.request.SearchRequest;
import org.precedent.vocabulary.Vocabularies;

/** Queries that are expensive to run are answered in time. */
class CostlyQueriesTest {
    private static final int LETTERS = 60;

    /** Words of one beginning in a determination: in all more than Lucene allows clauses by default. */
    private static final int FORMS = 25;

    private static final List<String> CHAIN =
            List.of("pain", "persists", "despite", "rest", "therapy", "medication", "bracing", "exercise");

    /** Far above what is needed: a fifth of a second. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private LuceneEngine engine;
    private SearchService service;

    @BeforeEach
    void open() {
        engine = LuceneEngine.open(folder, Vocabularies.bundled());
        service = new SearchService(engine, Vocabularies.bundled());
        try (var writer = LuceneWriter.open(folder, Vocabularies.bundled(), InstantSource.system())) {
            for (int letter = 0; letter < LETTERS; letter++) {
                writer.put(LetterBuilder.letter("letter-" + letter)
                        .issue("brace", reasons(letter))
                        .make());
            }
            writer.commit();
        }
        engine.refresh();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static String reasons(int letter) {
        return IntStream.range(letter * FORMS, (letter + 1) * FORMS)
                        .mapToObj(i -> "con" + word(i) + " inter" + word(i) + " pain.")
                        .collect(Collectors.joining(" "))
                + " "
                + String.join(" ", CHAIN);
    }

    /** A word of letters for a number, so that its beginning stands for many. */
    private static String word(int number) {
        return "x" + (char) ('a' + number / 676) + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
    }

    private long issues(String query) {
        var outcome = service.search(SearchRequest.of(query));
        return ((SearchOutcome.Found) outcome).page().total().issues();
    }

    @Test
    void wordStartsThatStandForManyWordsMayBeNearOthers() {
        assertEquals(LETTERS, issues("con* w/5 pain"));
        assertEquals(LETTERS, issues("con* w/5 inter*"));
        assertEquals(LETTERS, issues("(con* OR inter*) /s pain"));
    }

    @Test
    void aChainOfEightWordsIsAnswered() {
        assertEquals(LETTERS, issues(String.join(" w/5 ", CHAIN)));
        assertEquals(LETTERS, issues("pain w/9 con* w/9 inter*"));
    }

    @Test
    void theLongestChainsAreAnswered() {
        assertEquals(0, issues(String.join(" w/5 ", Collections.nCopies(100, "pain"))));
        assertEquals(LETTERS, issues(String.join(" w/50 ", Collections.nCopies(20, "pain"))));
        assertEquals(LETTERS, issues(String.join(" /p ", Collections.nCopies(FORMS, "pain"))));
        assertEquals(0, issues(String.join(" pre/5 ", Collections.nCopies(20, "brace"))));
    }

    @Test
    void aTextOfOneWordRepeatedIsSearchedAtOnce() {
        var text = "pain ".repeat(20_000);
        try (var writer = LuceneWriter.open(folder, Vocabularies.bundled(), InstantSource.system())) {
            writer.put(LetterBuilder.letter("long").issue("brace", text).make());
            writer.commit();
        }
        engine.refresh();
        assertTimeout(LIMIT, () -> assertEquals(1, issues(String.join(" w/9 ", Collections.nCopies(30, "pain")))));
        assertTimeout(LIMIT, () -> assertEquals(1, issues(String.join(" /p ", Collections.nCopies(30, "pain")))));
    }

    @Test
    void whatStandsForTooManyWordsIsRefusedWithWhatToNarrow() {
        var refused =
                assertThrows(TooCostly.class, () -> issues("con* w/5 conx* w/5 int* w/5 inte* w/5 inter* w/5 interx*"));
        assertTrue(String.valueOf(refused.getMessage()).contains("write more letters"), refused.getMessage());
    }
}
