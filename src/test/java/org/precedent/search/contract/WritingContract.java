package org.precedent.search.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precedent.determination.Determination;
import org.precedent.search.LetterBuilder;
import org.precedent.search.LetterWriter;
import org.precedent.search.LetterWriter.Put;
import org.precedent.search.facet.Total;
import org.precedent.search.query.Query;

/** What a writer accepts, and when searches see it. */
public abstract class WritingContract extends EngineContract {
    private static final Instant LATER = NOON.plusSeconds(60);

    private final WritingFixture engines;

    protected WritingContract(WritingFixture engines) {
        super(engines);
        this.engines = engines;
    }

    @BeforeEach
    void empty() {
        clear();
    }

    private LetterWriter writer(Instant now) {
        return engines.writer(engine(), () -> now);
    }

    private static Determination first() {
        return LetterBuilder.letter("a")
                .sha("1")
                .issue("one", "first words")
                .issue("two", "more")
                .make();
    }

    private static Determination second() {
        return LetterBuilder.letter("a").sha("2").issue("one", "second words").make();
    }

    @Test
    void replacesALetterAsOneAndKeepsWhenItWasFirstSeen() {
        put(first());
        var before = engine().generation();
        try (var writer = writer(LATER)) {
            assertTrue(writer.contains("1"));
            assertEquals(Put.UNCHANGED, writer.put(first()));
            assertEquals(Put.REPLACED, writer.put(second()));
            assertFalse(writer.contains("1"));
            assertTrue(writer.contains("2"));
            assertEquals(1, search("first").total().issues());
            writer.commit();
        }
        assertNotEquals(before, engine().generation());
        assertEquals(0, search("first").total().issues());
        assertEquals(new Total(1, 1), search("").total());
        var letter = engine().findLetter("a", new Query.Everything()).orElseThrow();
        assertEquals(NOON, letter.firstSeen());
        assertEquals(LATER, letter.lastChanged());
        assertEquals("2", letter.determination().origin().sha256());
    }

    @Test
    void dropsWhatWasNotCommitted() {
        try (var writer = writer(NOON)) {
            writer.put(first());
        }
        assertEquals(0, search("").total().issues());
    }

    @Test
    void removesALetterAndTakesItAgain() {
        put(first());
        try (var writer = writer(LATER)) {
            assertTrue(writer.remove("a"));
            assertFalse(writer.remove("nobody"));
            writer.commit();
        }
        assertEquals(Total.ZERO, search("").total());
        assertEquals(Optional.empty(), engine().findLetter("a", new Query.Everything()));
        try (var writer = writer(LATER)) {
            assertFalse(writer.contains("1"));
            assertEquals(Put.INDEXED, writer.put(first()));
            writer.commit();
        }
        assertEquals(new Total(2, 1), search("").total());
    }

    @Test
    void commitWithAClockThatRunsSlowIsStillLater() {
        put(first());
        try (var writer = writer(NOON.minusSeconds(60))) {
            writer.put(second());
            writer.commit();
        }
        var changed =
                engine().findLetter("a", new Query.Everything()).orElseThrow().lastChanged();
        assertTrue(changed.isAfter(NOON), changed.toString());
    }
}
