package org.precedent.search.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Determination;
import org.precedent.search.LetterBuilder;
import org.precedent.search.SearchEngine.TooCostly;

/** Queries that are expensive to run are answered in time. */
public abstract class CostlyQueriesContract extends EngineContract {
    protected CostlyQueriesContract(EngineFixture engines) {
        super(engines);
    }

    private static final int LETTERS = 60;

    /** Words with the same prefix per determination: in total, more than Lucene's default limit on clauses. */
    private static final int FORMS = 25;

    private static final List<String> CHAIN =
            List.of("pain", "persists", "despite", "rest", "therapy", "medication", "bracing", "exercise");

    /** Far above the time needed, a fifth of a second. */
    private static final Duration LIMIT = Duration.ofSeconds(5);

    @BeforeEach
    void write() {
        clear();
        put(IntStream.range(0, LETTERS)
                .mapToObj(i -> LetterBuilder.letter("letter-" + i)
                        .issue("brace", reasons(i))
                        .make())
                .toArray(Determination[]::new));
    }

    private static String reasons(int letter) {
        return IntStream.range(letter * FORMS, (letter + 1) * FORMS)
                        .mapToObj(i -> "con" + word(i) + " inter" + word(i) + " pain.")
                        .collect(Collectors.joining(" "))
                + " "
                + String.join(" ", CHAIN);
    }

    /** A word made from a number, so that all words share a prefix. */
    private static String word(int number) {
        return "x" + (char) ('a' + number / 676) + (char) ('a' + number / 26 % 26) + (char) ('a' + number % 26);
    }

    private long issues(String query) {
        return search(query).total().issues();
    }

    @Test
    void prefixesOfManyWordsMayBeNearOthers() {
        assertEquals(LETTERS, issues("con* w/5 pain"));
        assertEquals(LETTERS, issues("con* w/5 inter*"));
        assertEquals(LETTERS, issues("(con* OR inter*) /s pain"));
    }

    @Test
    void aChainOfEightWordsIsAnswered() {
        assertEquals(LETTERS, issues(String.join(" w/5 ", CHAIN)));
        assertEquals(LETTERS, issues("pain w/9 con* w/9 inter*"));
    }

    /** Whether the engine supports unordered proximity chains of any length. */
    protected boolean answersLongChains() {
        return true;
    }

    @Test
    void theLongestChainsAreAnsweredOrRefusedAtOnce() {
        longChain(0, " w/5 ", 100);
        longChain(LETTERS, " w/50 ", 20);
        longChain(LETTERS, " /p ", FORMS);
        assertEquals(0, issues(String.join(" pre/5 ", Collections.nCopies(20, "brace"))));
    }

    private void longChain(long expected, String connector, int words) {
        var chain = String.join(connector, Collections.nCopies(words, "pain"));
        if (answersLongChains()) {
            assertEquals(expected, issues(chain));
        } else {
            var refused = assertTimeout(LIMIT, () -> assertThrows(TooCostly.class, () -> issues(chain)));
            assertTrue(String.valueOf(refused.getMessage()).contains("chain fewer"), refused.getMessage());
        }
    }

    @Test
    void aTextOfOneWordRepeatedIsSearchedAtOnce() {
        clear();
        put(LetterBuilder.letter("long").issue("brace", "pain ".repeat(20_000)).make());
        engine();
        int words = answersLongChains() ? 30 : 8;
        assertTimeout(LIMIT, () -> assertEquals(1, issues(String.join(" w/9 ", Collections.nCopies(words, "pain")))));
        assertTimeout(LIMIT, () -> assertEquals(1, issues(String.join(" /p ", Collections.nCopies(words, "pain")))));
    }

    @Test
    void prefixesOfTooManyWordsAreRefusedWithARemedy() {
        var refused =
                assertThrows(TooCostly.class, () -> issues("con* w/5 conx* w/5 int* w/5 inte* w/5 inter* w/5 interx*"));
        assertTrue(String.valueOf(refused.getMessage()).contains("write more letters"), refused.getMessage());
    }
}
