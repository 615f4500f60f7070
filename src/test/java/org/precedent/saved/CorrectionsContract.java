package org.precedent.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.precedent.correction.CorrectedField;
import org.precedent.correction.Correction;

/**
 * What corrections must do on any database.
 */
abstract class CorrectionsContract {
    private static final Owner MINE = Owner.ofToken("my secret");
    private static final String ID = "CM16-0213037";
    private static final Correction.Place REGION = new Correction.Place(ID, 2, CorrectedField.REGION);

    private Instant now = Instant.parse("2024-05-01T10:00:00.123456789Z");
    private SavedSearches saved;
    private Corrections corrections;

    /** The address of a database that is empty at the start of each test. */
    abstract DatabaseAddress address();

    @BeforeEach
    void open() {
        saved = SavedSearches.open(address(), () -> now);
        corrections = saved.corrections();
    }

    @AfterEach
    void close() {
        saved.close();
    }

    private Correction correct(String... values) {
        now = now.plusSeconds(1);
        return corrections.add(MINE, REGION, List.of(values), List.of("Hip"), " the letter\nsays so\u0007 ");
    }

    @Test
    void aCorrectionIsReadAsItWasMade() {
        var created = correct("Knee", "Ankle");
        assertEquals("the letter says so", created.reason());
        assertEquals(now, created.made());
        assertEquals(List.of(created), corrections.list(ID));
        assertEquals(List.of(created), corrections.all());
        assertEquals(List.of(), corrections.list("CM1"));
        saved.close();
        open();
        assertEquals(List.of(created), corrections.all(), "after closing and opening");
        assertEquals(List.of(), saved.damage());
    }

    @Test
    void notStatedIsAValue() {
        var created = corrections.add(MINE, REGION, List.of(), List.of(), "r");
        assertEquals(List.of(), created.values());
        assertEquals(List.of(created), corrections.all());
    }

    @Test
    void anotherCorrectionOfTheValueReplacesTheFirstWhichIsKept() {
        var first = correct("Knee");
        var version = corrections.version();
        var second = correct("Ankle");
        assertNotEquals(version, corrections.version());
        assertEquals(
                List.of(false, true),
                corrections.list(ID).stream().map(Correction::isInForce).toList());
        assertEquals(first.id(), corrections.list(ID).getFirst().id());
        assertEquals(second, corrections.list(ID).getLast());
        assertEquals(second, correct("Ankle"), "the same again is nothing new");
        assertEquals(2, corrections.all().size());
    }

    @Test
    void withdrawingKeepsWhatWasCorrected() {
        var created = correct("Knee");
        var version = corrections.version();
        now = now.plusSeconds(5);
        var withdrawn = corrections.withdraw(created.id()).orElseThrow();
        assertEquals(Optional.of(now), withdrawn.withdrawn());
        assertNotEquals(version, corrections.version());
        now = now.plusSeconds(5);
        assertEquals(Optional.of(withdrawn), corrections.withdraw(created.id()), "once only");
        assertEquals(Optional.empty(), corrections.withdraw("x"));
        assertTrue(correct("Knee").isInForce(), "and can be made again");
    }

    @Test
    void reasonsAreNeededAndBounded() {
        for (var reason : List.of("", " \n ", "r".repeat(Correction.MAX_REASON + 1))) {
            var refused = assertThrows(
                    InvalidInputException.class,
                    () -> corrections.add(MINE, REGION, List.of("Knee"), List.of(), reason));
            assertEquals("reason", refused.field());
        }
        assertEquals(List.of(), corrections.all());
    }

    @Test
    void oneBrowserCreatesALimitedNumberADay() {
        for (int i = 0; i < Corrections.MAX_PER_DAY; i++) {
            var place = new Correction.Place("CM" + i, 1, CorrectedField.REGION);
            corrections.add(MINE, place, List.of("Knee"), List.of("Hip"), "r");
        }
        assertThrows(InvalidInputException.class, () -> correct("Knee"));
        assertTrue(corrections
                .add(Owner.ofToken("another"), REGION, List.of("Knee"), List.of("Hip"), "r")
                .isInForce());
        now = now.plus(Duration.ofDays(1));
        assertEquals(List.of("Ankle"), correct("Ankle").values());
    }

    @Test
    void importingTwiceAddsOnce() {
        var created = correct("Knee");
        var elsewhere =
                new Correction("", REGION, List.of("Ankle"), List.of("Hip"), "r", now.plusSeconds(1), Optional.empty());
        assertEquals(0, corrections.add(List.of(created)), "known by its id");
        assertEquals(1, corrections.add(List.of(elsewhere)));
        assertEquals(0, corrections.add(List.of(elsewhere)), "the same is in force");
        assertFalse(corrections.list(ID).getFirst().isInForce());
        var withdrawn = new Correction(
                corrections.list(ID).getLast().id(),
                REGION,
                List.of("Ankle"),
                List.of("Hip"),
                "r",
                now,
                Optional.of(now.plusSeconds(9)));
        assertEquals(1, corrections.add(List.of(withdrawn)), "withdrawn elsewhere");
        assertEquals(0, corrections.add(List.of(withdrawn)));
        assertTrue(corrections.all().stream().noneMatch(Correction::isInForce));
    }

    @Test
    void importIsAllOrNothing() {
        var good = new Correction("", REGION, List.of("Knee"), List.of(), "r", now, Optional.empty());
        var bad = new Correction("no id", REGION, List.of("Hip"), List.of(), "r", now, Optional.empty());
        assertThrows(InvalidInputException.class, () -> corrections.add(List.of(good, bad)));
        assertEquals(List.of(), corrections.all());
    }
}
